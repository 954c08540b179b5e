import JSONDocuments

/// What the server answers.
struct ServerResponse: Sendable {
  /// The HTTP status.
  var status: Int
  /// Headers besides those that the server adds.
  var headers: [(String, String)]
  /// The body.
  var body: [UInt8]
  /// How long the answer is held back.
  var delay: Duration = .zero
  /// How the answer goes out.
  var delivery: Delivery

  init(
    status: Int, headers: [(String, String)] = [], body: [UInt8] = [], delivery: Delivery = .whole
  ) {
    self.status = status
    self.headers = headers
    self.body = body
    self.delivery = delivery
  }

  /// An error in OpenMetadata's shape.
  static func failure(_ status: Int, _ message: String) -> ServerResponse {
    let document: JSON = ["code": .number(JSONNumber(status)), "message": .string(message)]
    return ServerResponse(
      status: status, headers: [("Content-Type", "application/json")], body: document.encoded())
  }
}
