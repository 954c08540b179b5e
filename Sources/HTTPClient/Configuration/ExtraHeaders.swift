/// Reads `OPENMETADATA_EXTRA_HEADERS`: one `Name: value` a line.
enum ExtraHeaders {
  private static let variable = "OPENMETADATA_EXTRA_HEADERS"

  /// Fields that the transport itself writes; a second one would break the framing.
  private static let reserved = [
    "host", "content-length", "transfer-encoding", "connection", "expect", "accept-encoding",
  ]

  static func parse(_ text: String) throws(TransportConfigurationError) -> HTTPHeaders {
    var headers = HTTPHeaders()
    let lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }
    for (index, line) in lines.enumerated() where !line.allSatisfy(\.isWhitespace) {
      guard let colon = line.firstIndex(of: ":"),
        HeaderSyntax.isName(String(line[..<colon])),
        HeaderSyntax.isValue(String(line[colon...]))
      else {
        throw TransportConfigurationError(
          variable, "line \(index + 1) is not of the form 'Name: value'")
      }
      let name = String(line[..<colon])
      if reserved.contains(name.lowercased()) {
        throw TransportConfigurationError(variable, "line \(index + 1) may not set '\(name)'")
      }
      headers.append(name, HeaderSyntax.trimmed(line[line.index(after: colon)...]))
    }
    return headers
  }
}
