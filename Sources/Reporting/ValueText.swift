import JSONDocuments

/// Values on one line of a text report.
struct ValueText {
  /// How many characters of a text are shown; nil shows all of it.
  let limit: Int?

  /// A value as JSON writes it, cut where it grows long; `none` when there is no value.
  func text(_ value: JSON?) -> String {
    guard let value else { return "none" }
    guard case .string(let text) = value, let limit, text.count > limit else {
      return shielded(cut(value.text()))
    }
    return shielded(JSON.string(String(text.prefix(limit)) + "…").text())
  }

  private func cut(_ text: String) -> String {
    guard let limit, text.count > limit * 2 else { return text }
    return String(text.prefix(limit * 2)) + "…"
  }

  /// Control characters of a catalog's text must not reach a terminal.
  private func shielded(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { scalar in
          scalar.properties.generalCategory == .control ? "\u{FFFD}" : scalar
        }))
  }
}
