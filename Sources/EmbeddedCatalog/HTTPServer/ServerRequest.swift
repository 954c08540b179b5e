/// A request as the router sees it: the target decoded once, the body complete.
struct ServerRequest: Sendable {
  /// The method in upper case, such as `GET`.
  var method: String
  /// The target exactly as it was sent, query included.
  var rawTarget: String
  /// The path's segments, percent-decoded.
  var path: [String]
  /// The query's items in order, percent-decoded.
  var query: [(name: String, value: String)]
  /// Headers by lower-cased name; of a repeated one the last.
  var headers: [String: String]
  /// The body.
  var body: [UInt8]

  /// The first value of a query item.
  func queryValue(_ name: String) -> String? {
    query.first { $0.name == name }?.value
  }
}
