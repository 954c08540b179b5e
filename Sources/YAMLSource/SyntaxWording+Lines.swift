/// What is wrong with a line that should have been a key.
extension SyntaxWording {
  /// What a line without a colon and a space most likely lacks; nil when nothing tells.
  static func missingColonHint(atLine number: Int, in places: SourcePlaces) -> String? {
    let above = (1..<max(number, 1)).reversed().lazy.compactMap { places.line($0) }
      .first { !$0.allSatisfy(\.isWhitespace) }
    if let above, let opening = blockOpening(above) {
      return "indent every line of the text below `\(opening)`"
    }
    return places.line(number).flatMap(spacedKey).map { "put a space after the colon: `\($0)`" }
  }

  /// `key: |` of a line that begins a text of several lines.
  private static func blockOpening(_ line: String) -> String? {
    guard let colon = line.lastIndex(of: ":") else { return nil }
    let indicator = line[line.index(after: colon)...].filter { !$0.isWhitespace }
    guard let first = indicator.first, "|>".contains(first),
      indicator.dropFirst().allSatisfy({ "+-123456789".contains($0) })
    else { return nil }
    return "\(line[..<colon].drop { $0.isWhitespace || $0 == "-" }): \(indicator)"
  }

  /// `key: value` of a line whose colon has no space after it.
  private static func spacedKey(_ line: String) -> String? {
    let line = line.drop { $0.isWhitespace || $0 == "-" }
    guard let colon = line.firstIndex(of: ":") else { return nil }
    let key = line[..<colon]
    let value = line[line.index(after: colon)...]
    guard !key.isEmpty, key.allSatisfy({ $0.isLetter || $0.isNumber || "_-.".contains($0) }),
      let first = value.first, !first.isWhitespace, first != "/", first != ":"
    else { return nil }
    return "\(key): \(value)"
  }
}
