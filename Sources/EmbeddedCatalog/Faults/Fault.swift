/// What goes wrong with a request.
enum Fault: Sendable, Hashable {
  /// The answer comes late.
  case latency(milliseconds: Int)
  /// Another status in OpenMetadata's error body.
  case status(Int, message: String?, retryAfter: Int?, isPerformed: Bool)
  /// A page that a proxy puts in place of the answer.
  case html(status: Int, isPerformed: Bool)
  /// The connection is cut without an answer.
  case reset(isPerformed: Bool)
  /// The connection ends within the body; nil for half of it.
  case truncate(bytes: Int?)
  /// The body trickles.
  case drip(bytesPerSecond: Int)
  /// Pairs of columns that do not exist are left out of an edge without a word.
  case dropInvalidColumns
  /// PATCH under `If-Match` answers 200 and leaves what only this kind of entity has.
  case dropNestedChanges
  /// No strong tag in `If-Match` ever fits.
  case strongEntityTagMismatch
  /// 401 as for a token that is over.
  case expiredToken
  /// GET answers from the state that the catalog had at the first request that fits.
  case staleRead
}

extension Fault: CustomStringConvertible {
  /// As people read it on the log.
  var description: String {
    switch self {
    case .latency(let milliseconds): "latency of \(milliseconds) ms"
    case .status(let status, _, _, let isPerformed):
      "status \(status)\(Self.suffix(isPerformed))"
    case .html(let status, let isPerformed):
      "HTML with status \(status)\(Self.suffix(isPerformed))"
    case .reset(let isPerformed): "reset\(Self.suffix(isPerformed))"
    case .truncate(let bytes): "truncate after \(bytes.map { "\($0) bytes" } ?? "half the body")"
    case .drip(let rate): "drip \(rate) bytes a second"
    case .dropInvalidColumns: "drop invalid columns"
    case .dropNestedChanges: "drop nested changes under If-Match"
    case .strongEntityTagMismatch: "mismatch of strong entity tags"
    case .expiredToken: "expired token"
    case .staleRead: "stale read"
    }
  }

  private static func suffix(_ isPerformed: Bool) -> String {
    isPerformed ? " after the request was carried out" : ""
  }
}
