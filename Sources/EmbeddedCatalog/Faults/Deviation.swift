/// How the catalog answers one request otherwise than OpenMetadata should.
struct Deviation: Sendable {
  /// Pairs of columns that do not exist are left out instead of refused.
  var dropsInvalidColumns = false
  /// No pair of columns of an edge is stored.
  var dropsColumns = false
  /// Which PATCH leaves what only this kind of entity has.
  var droppedNestedChanges = NestedChanges.none
  /// A bot's PUT leaves what its policy denies, whatever the line.
  var guardsFieldsFromBots = false
  /// A changed model gets the edges of its sources anew, without details.
  var redrawsEdges = false
  /// A PUT folds into the version that the same user made shortly before, as a PATCH does.
  var foldsPuts = false
  /// Fields that nobody may change.
  var deniedFields: Set<String> = []
  /// What somebody else does first.
  var foreignWrites: [ForeignWrite] = []
  /// The state from which GET is answered; nil for that of now.
  var snapshot: StoreSnapshot?

  /// As OpenMetadata answers.
  static let none = Deviation()

  /// Whether the request is answered as it should be.
  var isNone: Bool {
    !dropsInvalidColumns && !dropsColumns && droppedNestedChanges == .none
      && !guardsFieldsFromBots && !redrawsEdges && !foldsPuts && deniedFields.isEmpty
      && foreignWrites.isEmpty && snapshot == nil
  }

  /// Which PATCH loses changes.
  enum NestedChanges: Sendable {
    case none
    case underIfMatch
    case always
  }
}
