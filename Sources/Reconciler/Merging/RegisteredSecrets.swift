import Diagnostics
import ModelManifests

/// What looks like a secret among the texts of a registry: it is not published.
struct RegisteredSecrets {
  private var found: [(what: String, origin: String)] = []

  /// Whether a text is left out, which is noted then.
  ///
  /// - Parameters:
  ///   - name: The name that the text has, of a parameter.
  ///   - what: What it is, in words.
  ///   - origin: Where the registry has it.
  mutating func leavesOut(
    _ text: String, named name: String? = nil, _ what: String, at origin: String
  ) -> Bool {
    // A lock has what it must not hold in this way.
    let isHidden = text.contains(SecretText.mark)
    guard isHidden || PublishedSecret(in: text, named: name) != nil else { return false }
    found.append((what, origin))
    return true
  }

  /// The finding that names what was left out; nil when nothing was.
  func finding(at place: SourceRange, model: String) -> Diagnostic? {
    guard let first = found.first else { return nil }
    return Diagnostic(
      .registeredSecretLeftOut,
      "what the registry has as \(WordList.text(found.map(\.what))) looks like a secret, and is not "
        + "published",
      hint: "replace the secret, and take it out of the registry, where everybody sees it",
      at: place, notes: [Diagnostic.Note("it is at \(first.origin)")], fieldPath: "registry",
      model: model)
  }
}
