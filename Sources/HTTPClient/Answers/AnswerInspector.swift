/// Looks at answers that may come from anybody: what they are, and what of them may be shown.
public struct AnswerInspector: Sendable {
  /// The server that was asked; what leads elsewhere is told apart by it.
  private let server: ServerURL
  private let redactor: Redactor

  /// Knows the server that is asked and the secrets to hide.
  public init(server: ServerURL, redactor: Redactor) {
    self.server = server
    self.redactor = redactor
  }

  /// Text of others, made fit to be shown.
  public func presentable(_ text: String) -> String {
    ForeignText.presentable(redactor.redact(text))
  }

  /// What there is to show of an answer that explains nothing in the API's own way.
  public func explanation(_ response: HTTPResponse, insteadOf api: String) -> String {
    if response.body.isEmpty { return "no explanation" }
    if isPage(response) { return page(response).description(insteadOf: api) }
    return presentable(String(decoding: response.body.prefix(4096), as: UTF8.self))
  }

  /// Whether an answer is a web page, by its type or by how it begins.
  public func isPage(_ response: HTTPResponse) -> Bool {
    if response.headers["Content-Type"]?.lowercased().hasPrefix("text/html") == true {
      return true
    }
    let start = response.body.drop { $0 <= 0x20 }.prefix(15)
    let text = String(decoding: start, as: UTF8.self).lowercased()
    return text.hasPrefix("<!doctype html") || text.hasPrefix("<html")
  }

  /// Who answered, when it is not an API that speaks JSON; nil when the type says JSON.
  public func wrongAnswerer(_ response: HTTPResponse) -> WrongAnswerer? {
    if isPage(response) { return page(response) }
    let type = response.headers["Content-Type"] ?? "something without a content type"
    if type.lowercased().contains("json") { return nil }
    return .content(status: response.status, type: presentable(type))
  }

  /// A web page by its title.
  public func page(_ response: HTTPResponse) -> WrongAnswerer {
    let start = Array(response.body.prefix(8192))
    // ASCII letters alone are folded, so that places in both texts agree.
    let folded = start.map { (65...90).contains($0) ? $0 | 0x20 : $0 }
    var title: String?
    if let opening = folded.firstRange(of: Array("<title>".utf8))?.upperBound,
      let closing = folded[opening...].firstRange(of: Array("</title>".utf8))?.lowerBound
    {
      title = presentable(String(decoding: start[opening..<closing], as: UTF8.self))
    }
    return .page(status: response.status, title: title)
  }

  /// A redirect by where it leads.
  public func redirect(_ response: HTTPResponse) -> WrongAnswerer {
    let location = response.headers["Location"] ?? ""
    let target = RedirectTarget(location, from: server)
    return .redirect(
      status: response.status, to: presentable(target.description),
      isOtherHost: target.isOtherHost)
  }
}
