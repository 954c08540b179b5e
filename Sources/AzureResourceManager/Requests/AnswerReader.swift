import HTTPClient
import JSONDocuments

/// Turns answers into documents or errors.
struct AnswerReader {
  private let inspector: AnswerInspector

  init(_ server: ServerURL, hiding secrets: [Secret]) {
    inspector = AnswerInspector(server: server, redactor: Redactor(secrets))
  }

  func document(_ response: HTTPResponse) throws(ResourceManagerError) -> JSON {
    guard response.status == 200 else { throw failure(response) }
    guard let document = try? JSON(parsing: response.body), document.object != nil else {
      if let answerer = inspector.wrongAnswerer(response) { throw .notTheAPI(answerer) }
      throw .invalidAnswer("it is no JSON object")
    }
    return document
  }

  private func failure(_ response: HTTPResponse) -> ResourceManagerError {
    let status = response.status
    let message = ServiceMessage(response, inspector)
    if RetryRule.isTransient(response) { return .gaveUp(status: status, message) }
    switch status {
    case 200..<300: return .invalidAnswer("status \(status) to a request that only reads")
    case 300..<400: return .notTheAPI(inspector.redirect(response))
    case 401: return .notAuthenticated(message)
    case 403: return .forbidden(message)
    case _ where inspector.isPage(response): return .notTheAPI(inspector.page(response))
    case 404: return .notFound(message)
    case 409: return .conflict(message)
    case 400..<500: return .refused(status: status, message)
    default: return .serverError(status: status, message)
    }
  }
}
