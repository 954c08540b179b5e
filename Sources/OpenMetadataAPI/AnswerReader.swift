import HTTPClient
import JSONDocuments

/// Turns answers into documents or errors.
struct AnswerReader: Sendable {
  private let inspector: AnswerInspector

  /// Knows the server that is asked and the secrets to hide.
  init(server: ServerURL, redactor: Redactor) {
    inspector = AnswerInspector(server: server, redactor: redactor)
  }

  /// The document of a successful answer; nil when it has no content.
  func document(_ response: HTTPResponse) throws(OpenMetadataError) -> JSON? {
    guard (200..<300).contains(response.status) else { throw failure(response) }
    if response.body.isEmpty { return nil }
    do throws(JSONSyntaxError) {
      return try JSON(parsing: response.body)
    } catch {
      if let answerer = inspector.wrongAnswerer(response) { throw .notTheAPI(answerer) }
      throw .invalidAnswer("invalid JSON at \(error)")
    }
  }

  private func failure(_ response: HTTPResponse) -> OpenMetadataError {
    let status = response.status
    let message = message(response)
    if RetryRule.isTransient(response) { return .gaveUp(status: status, message: message) }
    switch status {
    case 300..<400: return .notTheAPI(inspector.redirect(response))
    case 401: return .notAuthenticated(message)
    case 403: return .forbidden(message)
    case 404:
      if inspector.isPage(response) { return .notTheAPI(inspector.page(response)) }
      return .notFound(message)
    case 409: return .conflict(message)
    case 412: return .preconditionFailed(message)
    case 400..<500: return .refused(status: status, message: message)
    default: return .serverError(status: status, message: message)
    }
  }

  /// The `message` of an error document, else what there is.
  private func message(_ response: HTTPResponse) -> String {
    guard let document = try? JSON(parsing: response.body) else {
      return inspector.explanation(response, insteadOf: OpenMetadataError.api)
    }
    if let message = document["message"]?.string, !message.isEmpty {
      return inspector.presentable(message)
    }
    return inspector.presentable(document.text())
  }
}
