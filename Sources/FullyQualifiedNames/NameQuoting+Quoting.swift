extension NameQuoting {
  /// Writes one part of a name as the server does.
  func quoted(_ part: String) throws(FullyQualifiedNameError) -> String {
    if part.isEmpty { throw .emptyPart }
    switch self {
    case .rejectsQuotes: return try Self.quotedOrRefused(part)
    case .doublesQuotes: return Self.quotedByDoubling(part)
    }
  }

  /// A part that is already wholly quoted stays so when it needs it and loses its quotes otherwise.
  private static func quotedOrRefused(_ part: String) throws(FullyQualifiedNameError) -> String {
    let inner = part.utf8.dropFirst().dropLast()
    let isQuoted = part.utf8.first == quote && part.utf8.last == quote && !inner.isEmpty
    if isQuoted, !inner.contains(quote) {
      return inner.contains(dot) ? part : String(Substring(inner))
    }
    if part.utf8.contains(quote) { throw .strayQuote(part: part) }
    if part.unicodeScalars.contains(where: isLineEnd) { throw .lineBreak(part: part) }
    return part.utf8.contains(dot) ? "\"\(part)\"" : part
  }

  private static func quotedByDoubling(_ part: String) -> String {
    guard part.utf8.contains(where: { $0 == dot || $0 == quote }) else { return part }
    var text = "\""
    for scalar in part.unicodeScalars {
      if scalar == "\"" { text.unicodeScalars.append(scalar) }
      text.unicodeScalars.append(scalar)
    }
    return text + "\""
  }

  /// What the `.` of the server's (Java) pattern does not match.
  private static func isLineEnd(_ scalar: Unicode.Scalar) -> Bool {
    ["\n", "\r", "\u{85}", "\u{2028}", "\u{2029}"].contains(scalar)
  }

  private static let quote = UInt8(ascii: "\"")
  private static let dot = UInt8(ascii: ".")
}
