/// Why a text is no `fullyQualifiedName`, or a name cannot be part of one.
public enum FullyQualifiedNameError: Error, Sendable, Hashable {
  /// A part has no character: `a..b`, `.a`, `a.` or `""`.
  case emptyPart
  /// A quote stands inside a part that is not wholly quoted.
  case strayQuote(part: String)
  /// A name has a line end, which servers up to 1.12 refuse.
  case lineBreak(part: String)
  /// A quoted part has no closing quote.
  case unterminatedQuote(text: String)
  /// Something other than a dot follows the closing quote of a part.
  case textAfterQuote(text: String)
}

extension FullyQualifiedNameError: CustomStringConvertible {
  /// One sentence without a full stop, for the message of a finding.
  public var description: String {
    switch self {
    case .emptyPart: "a part of the name is empty"
    case .strayQuote(let part): "the name '\(part)' has a quote in it"
    case .lineBreak(let part): "the name '\(part)' has a line end in it"
    case .unterminatedQuote(let text): "a quote in '\(text)' is not closed"
    case .textAfterQuote(let text): "a dot is missing after a closing quote in '\(text)'"
    }
  }
}
