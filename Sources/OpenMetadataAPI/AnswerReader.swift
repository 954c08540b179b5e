import HTTPClient
import JSONDocuments

/// Turns answers into documents or errors.
struct AnswerReader: Sendable {
  /// The server that was asked; what leads elsewhere is told apart by it.
  let server: ServerURL
  let redactor: Redactor

  /// The document of a successful answer; nil when it has no content.
  func document(_ response: HTTPResponse) throws(OpenMetadataError) -> JSON? {
    guard (200..<300).contains(response.status) else { throw failure(response) }
    if response.body.isEmpty { return nil }
    do throws(JSONSyntaxError) {
      return try JSON(parsing: response.body)
    } catch {
      if let answerer = wrongAnswerer(response) { throw .notTheAPI(answerer) }
      throw .invalidAnswer("invalid JSON at \(error)")
    }
  }

  private func failure(_ response: HTTPResponse) -> OpenMetadataError {
    let status = response.status
    let message = message(response)
    if RetryRule.isTransient(response) { return .gaveUp(status: status, message: message) }
    switch status {
    case 300..<400: return .notTheAPI(redirect(response))
    case 401: return .notAuthenticated(message)
    case 403: return .forbidden(message)
    case 404:
      if isPage(response) { return .notTheAPI(page(response)) }
      return .notFound(message)
    case 409: return .conflict(message)
    case 412: return .preconditionFailed(message)
    case 400..<500: return .refused(status: status, message: message)
    default: return .serverError(status: status, message: message)
    }
  }

  /// The `message` of an error document, else what there is.
  private func message(_ response: HTTPResponse) -> String {
    if let document = try? JSON(parsing: response.body) {
      if let message = document["message"]?.string, !message.isEmpty { return foreign(message) }
      return foreign(document.text())
    }
    if response.body.isEmpty { return "no explanation" }
    if isPage(response) { return page(response).description }
    return foreign(String(decoding: response.body.prefix(4096), as: UTF8.self))
  }

  /// Text of others, made fit to be shown.
  private func foreign(_ text: String) -> String {
    ForeignText.presentable(redactor.redact(text))
  }
}

extension AnswerReader {
  private func isPage(_ response: HTTPResponse) -> Bool {
    if response.headers["Content-Type"]?.lowercased().hasPrefix("text/html") == true {
      return true
    }
    let start = response.body.drop { $0 <= 0x20 }.prefix(15)
    let text = String(decoding: start, as: UTF8.self).lowercased()
    return text.hasPrefix("<!doctype html") || text.hasPrefix("<html")
  }

  private func wrongAnswerer(_ response: HTTPResponse) -> WrongAnswerer? {
    if isPage(response) { return page(response) }
    let type = response.headers["Content-Type"] ?? "something without a content type"
    if type.lowercased().contains("json") { return nil }
    return .content(status: response.status, type: foreign(type))
  }

  private func page(_ response: HTTPResponse) -> WrongAnswerer {
    let start = Array(response.body.prefix(8192))
    // ASCII letters alone are folded, so that places in both texts agree.
    let folded = start.map { (65...90).contains($0) ? $0 | 0x20 : $0 }
    var title: String?
    if let opening = folded.firstRange(of: Array("<title>".utf8))?.upperBound,
      let closing = folded[opening...].firstRange(of: Array("</title>".utf8))?.lowerBound
    {
      title = foreign(String(decoding: start[opening..<closing], as: UTF8.self))
    }
    return .page(status: response.status, title: title)
  }

  private func redirect(_ response: HTTPResponse) -> WrongAnswerer {
    let location = response.headers["Location"] ?? ""
    let target = RedirectTarget(location, from: server)
    return .redirect(
      status: response.status, to: foreign(target.description), isOtherHost: target.isOtherHost)
  }
}
