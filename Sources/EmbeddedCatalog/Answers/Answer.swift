import JSONDocuments

/// What a request is answered with.
struct Answer: Sendable {
  var status: Int
  var headers: [(name: String, value: String)] = []
  var body: JSON?

  /// 200 with a document.
  static func ok(_ body: JSON) -> Answer { Answer(status: 200, body: body) }

  /// 200 without a body.
  static let empty = Answer(status: 200, body: nil)

  init(status: Int, headers: [(name: String, value: String)] = [], body: JSON?) {
    self.status = status
    self.headers = headers
    self.body = body
  }

  /// OpenMetadata's error body; it marks every error as one of authentication.
  init(_ fault: CatalogFault) {
    status = fault.status
    headers = [("WWW-Authenticate", "om-auth")]
    headers += fault.headers.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    body = .object(
      JSONObject([
        .init(key: "code", value: .number(JSONNumber(fault.status))),
        .init(key: "message", value: .string(fault.message)),
      ]))
  }
}
