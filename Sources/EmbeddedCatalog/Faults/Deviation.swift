/// How the catalog answers one request otherwise than OpenMetadata should.
struct Deviation: Sendable {
  /// Pairs of columns that do not exist are left out instead of refused.
  var dropsInvalidColumns = false
  /// A PATCH under `If-Match` leaves what only this kind of entity has.
  var dropsNestedChanges = false
  /// The state from which GET is answered; nil for that of now.
  var snapshot: StoreSnapshot?

  /// As OpenMetadata answers.
  static let none = Deviation()

  /// Whether the request is answered as it should be.
  var isNone: Bool { !dropsInvalidColumns && !dropsNestedChanges && snapshot == nil }
}
