import HTTPClient
import JSONDocuments

/// Turns answers into documents or errors.
///
/// MLflow explains most failures in JSON with `error_code` and `message`, but routes that do not
/// exist, missing credentials and crashes in HTML: a status alone does not tell who answered.
struct AnswerReader: Sendable {
  private let inspector: AnswerInspector

  /// Knows the server that is asked and the secrets to hide.
  init(server: ServerURL, redactor: Redactor) {
    inspector = AnswerInspector(server: server, redactor: redactor)
  }

  /// The object of a successful answer.
  func object(_ response: HTTPResponse) throws(MLflowError) -> JSONObject {
    guard (200..<300).contains(response.status) else { throw failure(response) }
    let document: JSON
    do throws(JSONSyntaxError) {
      document = try JSON(parsing: response.body)
    } catch {
      if let answerer = inspector.wrongAnswerer(response) { throw .notTheAPI(answerer) }
      throw .invalidAnswer("invalid JSON at \(error)")
    }
    guard let object = document.object else { throw .invalidAnswer("it is no JSON object") }
    return object
  }

  /// The content of a file.
  func content(_ response: HTTPResponse) throws(MLflowError) -> [UInt8] {
    guard (200..<300).contains(response.status) else { throw failure(response) }
    if inspector.isPage(response) { throw .notTheAPI(inspector.page(response)) }
    return response.body
  }

  private func failure(_ response: HTTPResponse) -> MLflowError {
    let status = response.status
    let explanation = Explanation(response)
    let message = message(response, explanation)
    if RetryRule.isTransient(response) { return .gaveUp(status: status, message: message) }
    switch status {
    case 300..<400: return .notTheAPI(inspector.redirect(response))
    case 401 where explanation.message == nil && Self.asksForPassword(response):
      return .asksForPassword
    case 401: return .notAuthenticated(message)
    case 403: return .forbidden(message)
    case _ where explanation.code == nil && inspector.isPage(response):
      return .notTheAPI(inspector.page(response))
    case 404:
      // Only MLflow itself can say that a model is not there; a gateway knows routes, not models.
      guard let code = explanation.code, code != "ENDPOINT_NOT_FOUND" else {
        let type = response.headers["Content-Type"] ?? "something without a content type"
        return .notTheAPI(.content(status: status, type: inspector.presentable(type)))
      }
      return .notFound(message)
    case 400..<500: return .refused(status: status, code: explanation.code, message: message)
    default: return .serverError(status: status, message: message)
    }
  }

  private static func asksForPassword(_ response: HTTPResponse) -> Bool {
    let challenge = response.headers["WWW-Authenticate"]?.lowercased() ?? ""
    return challenge == "basic" || challenge.hasPrefix("basic ")
  }

  private func message(_ response: HTTPResponse, _ explanation: Explanation) -> String {
    if let message = explanation.message { return inspector.presentable(message) }
    return inspector.explanation(response, insteadOf: MLflowError.api)
  }
}

/// What the body of a failed answer says, when it says it as MLflow does.
private struct Explanation {
  let code: String?
  let message: String?

  init(_ response: HTTPResponse) {
    let document = try? JSON(parsing: response.body)
    code = document?["error_code"]?.string
    let text = document?["message"]?.string ?? ""
    message = text.isEmpty ? code : text
  }
}
