import Diagnostics
import JSONDocuments

/// Values on one line of a text report.
struct ValueText {
  /// How many characters of a text are shown; nil shows all of it.
  let limit: Int?

  /// A value as JSON writes it, cut where it grows long; `none` when there is no value.
  func text(_ value: JSON?) -> String {
    guard let value else { return "none" }
    guard case .string(let text) = value, let limit, text.count > limit else {
      return VisibleText.escaping(cut(value.text()))
    }
    return VisibleText.escaping(JSON.string(String(text.prefix(limit)) + "…").text())
  }

  private func cut(_ text: String) -> String {
    guard let limit, text.count > limit * 2 else { return text }
    return String(text.prefix(limit * 2)) + "…"
  }
}
