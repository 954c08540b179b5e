/// Why a text is no JSON pointer.
public enum JSONPointerError: Error, Sendable, Hashable {
  /// It is not empty and does not start with a slash.
  case noLeadingSlash(String)
  /// A `~` is followed by neither `0` nor `1`.
  case invalidEscape(String)
}

extension JSONPointerError: CustomStringConvertible {
  /// One sentence without a full stop.
  public var description: String {
    switch self {
    case .noLeadingSlash(let text): "the JSON pointer '\(text)' does not start with '/'"
    case .invalidEscape(let text): "the JSON pointer '\(text)' has a '~' without 0 or 1 after it"
    }
  }
}
