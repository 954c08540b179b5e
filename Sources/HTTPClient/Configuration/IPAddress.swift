/// Literal addresses.
enum IPAddress {
  /// Whether a text is four decimal numbers up to 255 without leading zeros.
  static func isIPv4(_ text: some StringProtocol) -> Bool {
    let numbers = text.split(separator: ".", omittingEmptySubsequences: false)
    return numbers.count == 4 && numbers.allSatisfy { isOctet($0) }
  }

  private static func isOctet(_ text: some StringProtocol) -> Bool {
    guard (1...3).contains(text.utf8.count), text.utf8.allSatisfy({ (48...57).contains($0) })
    else { return false }
    return (text.utf8.count == 1 || text.utf8.first != 48) && (Int(text) ?? 256) <= 255
  }

  /// An IPv6 address as eight numbers (RFC 4291 §2.2); nil when it is none.
  static func groups(ofIPv6 text: some StringProtocol) -> [UInt16]? {
    guard let gap = gapRange(text) else { return plainGroups(text, count: 8...8) }
    guard let head = plainGroups(text[..<gap.lowerBound], count: 0...7),
      let tail = plainGroups(text[gap.upperBound...], count: 0...7),
      head.count + tail.count <= 7
    else { return nil }
    return head + [UInt16](repeating: 0, count: 8 - head.count - tail.count) + tail
  }

  private static func gapRange(_ text: some StringProtocol) -> Range<String.Index>? {
    var index = text.startIndex
    while index < text.endIndex {
      let next = text.index(after: index)
      if next < text.endIndex, text[index] == ":", text[next] == ":" {
        return index..<text.index(after: next)
      }
      index = next
    }
    return nil
  }

  private static func plainGroups(
    _ text: some StringProtocol, count: ClosedRange<Int>
  ) -> [UInt16]? {
    if text.isEmpty { return count.contains(0) ? [] : nil }
    var groups: [UInt16] = []
    let pieces = text.split(separator: ":", omittingEmptySubsequences: false)
    for (index, piece) in pieces.enumerated() {
      if index == pieces.count - 1, isIPv4(piece) {
        let octets = piece.split(separator: ".").compactMap { UInt16($0) }
        groups += [octets[0] << 8 | octets[1], octets[2] << 8 | octets[3]]
      } else {
        let isHexadecimal = piece.allSatisfy { $0.isASCII && $0.isHexDigit }
        guard (1...4).contains(piece.utf8.count), isHexadecimal,
          let group = UInt16(piece, radix: 16)
        else { return nil }
        groups.append(group)
      }
    }
    return count.contains(groups.count) ? groups : nil
  }
}
