import Diagnostics
import HTTPClient
import JSONDocuments
import Publishing

/// Values on one line of a report.
struct ValueText {
  /// How many characters of a text are shown; nil shows all of it.
  let limit: Int?
  /// What keeps secrets out; it comes first, since a secret that was cut is not known any more.
  let redactor: Redactor

  /// A value as JSON writes it, cut where it grows long; `none` when there is no value.
  func text(_ value: JSON?) -> String {
    guard var value = value?.redacted(by: redactor) else { return "none" }
    // A reference is known to people by its name; what is compared is its id.
    if value["id"] != nil, let name = value["fullyQualifiedName"] { value = name }
    guard case .string(let text) = value, let limit, text.count > limit else {
      return VisibleText.escaping(cut(value.text()))
    }
    return VisibleText.escaping(JSON.string(String(text.prefix(limit)) + "…").text())
  }

  /// Two values that differ; references of one name are told apart by all that they hold.
  func texts(_ before: JSON?, _ after: JSON?) -> (before: String, after: String) {
    let texts = (before: text(before), after: text(after))
    guard texts.before == texts.after, let before, let after else { return texts }
    return (whole(before), whole(after))
  }

  private func whole(_ value: JSON) -> String {
    VisibleText.escaping(value.redacted(by: redactor).text())
  }

  private func cut(_ text: String) -> String {
    guard let limit, text.count > limit * 2 else { return text }
    return String(text.prefix(limit * 2)) + "…"
  }
}
