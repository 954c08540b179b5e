/// Which entities a page holds.
struct EntityListing: Sendable {
  /// Whether soft-deleted entities belong to the list.
  enum Include: String, Sendable {
    case nonDeleted = "non-deleted"
    case deleted
    case all

    func admits(isDeleted: Bool) -> Bool {
      switch self {
      case .nonDeleted: !isDeleted
      case .deleted: isDeleted
      case .all: true
      }
    }
  }

  /// Where in the order of names a page begins or ends.
  struct Place: Sendable, Hashable {
    let name: String
    let id: String
  }

  let type: String
  var include: Include = .nonDeleted
  /// Only what lies under this fully qualified name.
  var container: String?
  /// Only what lies directly in the entity with this id.
  var parent: String?
  /// Only documents in which one of the members refers to the entity with this id.
  var references: [(members: [String], id: String)] = []
  /// Only documents with these texts.
  var texts: [(name: String, value: String)] = []
  /// Only documents with these truth values; none counts as false.
  var flags: [(name: String, isSet: Bool)] = []
  var limit: Int = 10
  var after: Place?
  var before: Place?

  /// Whether it holds everything of its type, apart from what `include` leaves out.
  var isWhole: Bool {
    container == nil && parent == nil && references.isEmpty && texts.isEmpty && flags.isEmpty
  }
}
