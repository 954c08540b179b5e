/// What mends a finding, said of the scalar that the finding sits on and not of how it is written.
///
/// How a file is changed for it is decided where the file's text is known (`Diagnostic.edits`).
public enum Fix: Sendable, Hashable {
  /// The scalar, which says one thing, is to say another.
  case replace(String, with: String)
  /// The scalar, which says this, is to stand in quotes.
  case quote(String)
  /// The mapping in which a key has the scalar as its value, which says this, gets one entry more.
  case add(key: String, value: String, beside: String)

  /// What the scalar must say for the fix to be meant for it.
  public var written: String {
    switch self {
    case .replace(let text, _), .quote(let text), .add(_, _, let text): text
    }
  }
}
