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
  /// No pair of columns of an edge is stored, without a word.
  case dropColumns
  /// PATCH, under `If-Match` or always, answers 200 and leaves what only this kind of entity has.
  case dropNestedChanges(always: Bool)
  /// A bot's PUT leaves what its policy denies, as that of 2.0 does.
  case guardFields
  /// A changed model gets the edges of its sources anew, without details.
  case redrawEdges
  /// A PUT folds into the version that the same user made shortly before.
  case foldVersions
  /// PATCH of a field is answered with 403, and PUT leaves it.
  case denyField(String)
  /// Somebody else changes or deletes an entity right before the request.
  case foreignWrite(ForeignWrite)
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
    case .dropColumns: "drop columns"
    case .dropNestedChanges(let always):
      always ? "drop nested changes" : "drop nested changes under If-Match"
    case .guardFields: "guard fields from bots"
    case .redrawEdges: "redraw edges"
    case .foldVersions: "fold versions"
    case .denyField(let field): "deny \(field)"
    case .foreignWrite(let write):
      "\(write.patch == nil ? "deletion" : "change") of \(write.name) by somebody else"
    case .strongEntityTagMismatch: "mismatch of strong entity tags"
    case .expiredToken: "expired token"
    case .staleRead: "stale read"
    }
  }

  private static func suffix(_ isPerformed: Bool) -> String {
    isPerformed ? " after the request was carried out" : ""
  }
}
