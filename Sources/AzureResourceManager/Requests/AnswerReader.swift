import HTTPClient
import JSONDocuments

/// Turns answers into documents or errors.
struct AnswerReader {
  private let server: ServerURL
  private let redactor: Redactor

  init(_ server: ServerURL, hiding secrets: [Secret]) {
    self.server = server
    redactor = Redactor(secrets)
  }

  func document(_ response: HTTPResponse) throws(ResourceManagerError) -> JSON {
    guard response.status == 200 else { throw failure(response) }
    guard let document = try? JSON(parsing: response.body), document.object != nil else {
      if isPage(response) { throw .notTheAPI(status: 200, wantsLogin: true) }
      throw .invalidAnswer("it is no JSON object")
    }
    return document
  }

  private func failure(_ response: HTTPResponse) -> ResourceManagerError {
    let status = response.status
    let message = ServiceMessage(response, redactor)
    if RetryRule.isTransient(response) { return .gaveUp(status: status, message) }
    if isPage(response) && status != 401 { return .notTheAPI(status: status, wantsLogin: false) }
    switch status {
    case 200..<300: return .invalidAnswer("status \(status) to a request that only reads")
    case 300..<400: return .notTheAPI(status: status, wantsLogin: leadsElsewhere(response))
    case 401: return .notAuthenticated(message)
    case 403: return .forbidden(message)
    case 404: return .notFound(message)
    case 409: return .conflict(message)
    case 400..<500: return .refused(status: status, message)
    default: return .serverError(status: status, message)
    }
  }

  /// Whether a redirect leads to another host, as those to login pages do.
  private func leadsElsewhere(_ response: HTTPResponse) -> Bool {
    guard let location = response.headers["Location"], location.contains("//") else { return false }
    return !location.contains("//\(server.authority)/")
  }

  private func isPage(_ response: HTTPResponse) -> Bool {
    let start = response.body.drop { $0 <= 0x20 }.prefix(15)
    let text = String(decoding: start, as: UTF8.self).lowercased()
    return text.hasPrefix("<!doctype html") || text.hasPrefix("<html")
  }
}
