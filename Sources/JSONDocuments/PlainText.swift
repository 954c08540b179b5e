/// Looks for what a JSON string cannot hold as it is.
enum PlainText {
  /// The index of the first quote, backslash or control character at or after `start`, or the end.
  ///
  /// Eight bytes are looked at together (the zero-byte test of "Hacker's Delight", §6-1): most of a
  /// document is plain text.
  static func end(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var index = start
    guard let base = bytes.baseAddress else { return index }
    while index &+ 8 <= bytes.count {
      let word = UInt64(
        littleEndian: UnsafeRawPointer(base + index).loadUnaligned(as: UInt64.self))
      let hits = special(word)
      if hits != 0 { return index &+ hits.trailingZeroBitCount / 8 }
      index &+= 8
    }
    while index < bytes.count, bytes[index] != 0x22, bytes[index] != 0x5C, bytes[index] >= 0x20 {
      index &+= 1
    }
    return index
  }

  /// Has the top bit of the lowest byte set that is a quote, a backslash or below a space.
  private static func special(_ word: UInt64) -> UInt64 {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let quote = word ^ (ones &* 0x22)
    let backslash = word ^ (ones &* 0x5C)
    let found =
      (quote &- ones) & ~quote | (backslash &- ones) & ~backslash
      | (word &- ones &* 0x20) & ~word
    return found & (ones &* 0x80)
  }
}
