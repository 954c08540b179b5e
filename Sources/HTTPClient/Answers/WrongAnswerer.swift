/// What answered in the place of the API that was asked for.
public enum WrongAnswerer: Sendable, Hashable {
  /// A web page; with status 200 almost always somebody's login page.
  case page(status: Int, title: String?)
  /// A redirect; it is not followed, since the token would travel along.
  case redirect(status: Int, to: String, isOtherHost: Bool)
  /// Something that is neither a page nor JSON.
  case content(status: Int, type: String)

  /// Whether it looks as if somebody wanted us to log in first.
  public var wantsLogin: Bool {
    switch self {
    case .page(let status, _): (200..<300).contains(status)
    case .redirect(_, _, let isOtherHost): isOtherHost
    case .content: false
    }
  }

  /// One phrase that says what answered instead of an API, such as `OpenMetadata API`.
  public func description(insteadOf api: String) -> String {
    switch self {
    case .page(let status, let title):
      "a web page\(title.map { " titled '\($0)'" } ?? "") answered (status \(status)),"
        + " not the \(api)"
    case .redirect(let status, let target, _):
      "the server redirects to \(target) (status \(status)); redirects are not followed"
    case .content(let status, let type):
      "\(type) answered (status \(status)), not the JSON of the \(api)"
    }
  }
}
