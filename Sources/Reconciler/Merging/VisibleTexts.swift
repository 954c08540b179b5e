import Diagnostics
import RegisteredModels

/// Texts of a registry without the control characters in them, and which had any.
///
/// In a manifest NUL is an error on its place, and so is any control character in a name. Nobody
/// can mend a registry's texts on the way, so they are published without.
struct VisibleTexts {
  /// What had such characters, as a person would name it.
  private(set) var changed: [String] = []

  /// A text without control characters other than line ends and tabs.
  mutating func cleaned(_ text: String, _ what: String) -> String {
    let scalars = text.unicodeScalars.filter { !Self.isHidden($0) }
    if scalars.count == text.unicodeScalars.count { return text }
    note(what)
    return String(String.UnicodeScalarView(scalars))
  }

  /// Whether a name holds none, not even line ends.
  mutating func allows(name: String, _ what: String) -> Bool {
    let isVisible = !name.unicodeScalars.contains { $0.properties.generalCategory == .control }
    if !isVisible { note(what) }
    return isVisible
  }

  private mutating func note(_ what: String) {
    if !changed.contains(what) { changed.append(what) }
  }

  private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.generalCategory == .control && !["\n", "\r", "\t"].contains(scalar)
  }

  /// The note that names what was changed; nil when nothing was.
  func finding(at place: SourceRange, origin: String, model: String) -> Diagnostic? {
    guard !changed.isEmpty else { return nil }
    return Diagnostic(
      .controlCharactersLeftOut,
      "the registry has control characters in \(WordList.text(changed)); they are left out",
      hint: "correct it in the registry, or give it in the file", at: place,
      notes: [Diagnostic.Note("the version is \(origin)")], fieldPath: "registry", model: model)
  }
}
