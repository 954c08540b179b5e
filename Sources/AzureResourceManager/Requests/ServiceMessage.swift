import HTTPClient
import JSONDocuments

/// What Azure says about a request that it did not carry out.
///
/// Texts are shortened, on one line, and without known secrets.
public struct ServiceMessage: Sendable, Hashable, CustomStringConvertible {
  /// The code, such as `ResourceGroupNotFound` or `UserError`.
  public let code: String?
  /// The code inside, which is often the true reason, such as `NotFoundError`.
  public let innerCode: String?
  /// One sentence.
  public let text: String
  /// By what Microsoft's support finds the request.
  public let correlation: String?

  /// The text, the codes before it.
  public var description: String {
    let codes = [code, innerCode].compactMap { $0 }.joined(separator: "/")
    return codes.isEmpty ? text : "\(codes): \(text)"
  }

  /// Reads an answer; Resource Manager and Machine Learning word their errors alike, and whatever
  /// stands before them may answer with a page or with nothing.
  init(_ response: HTTPResponse, _ inspector: AnswerInspector) {
    func shown(_ text: String?) -> String? {
      guard let text, !text.isEmpty else { return nil }
      return inspector.presentable(text)
    }
    let error = (try? JSON(parsing: response.body))?["error"]
    code = shown(error?["code"]?.string)
    innerCode = shown(ServiceMessage.innerCode(error))
    text = shown(error?["message"]?.string) ?? "status \(response.status) without an explanation"
    correlation = shown(
      response.headers["x-ms-correlation-request-id"] ?? response.headers["x-ms-request-id"])
  }

  /// Machine Learning puts the reason into `additionalInfo` under the type `InnerError`.
  private static func innerCode(_ error: JSON?) -> String? {
    let additions = error?["additionalInfo"]?.array ?? []
    let inner = additions.first { $0["type"]?.string == "InnerError" }
    return inner?["info"]?["value"]?["code"]?.string
  }
}
