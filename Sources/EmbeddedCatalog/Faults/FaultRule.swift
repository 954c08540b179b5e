/// Which requests a fault strikes.
struct FaultRule: Sendable, Hashable {
  let fault: Fault
  /// Nil for any.
  let method: String?
  /// Nil for any; the text is for people.
  let path: PathPattern?
  let pathText: String
  /// The first of the requests that fit to be struck, from 1.
  let first: Int
  /// How many are struck; nil for all from the first on.
  let times: Int?

  func matches(_ request: ServerRequest) -> Bool {
    if let method, method != request.method { return false }
    return path?.matches(request.path) ?? true
  }

  /// Whether it strikes the request that fits as the count-th, from 1.
  func strikes(_ count: Int) -> Bool {
    count >= first && times.map { count - first < $0 } ?? true
  }
}

extension FaultRule: CustomStringConvertible {
  /// One line, such as `PUT /api/v1/**: status 429, 2 times from request 3 on`.
  var description: String {
    var text = "\(method ?? "any method") \(pathText): \(fault)"
    if let times { text += ", \(times == 1 ? "once" : "\(times) times")" }
    if first > 1 { text += " from request \(first) on" }
    return text
  }
}
