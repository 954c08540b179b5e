/// What is looked for in the index of entities.
struct IndexSearch: Sendable {
  /// What the hits are put in order by.
  enum Order: Sendable {
    case score
    case fullyQualifiedName
    case name
    /// A member of the document whose name is letters and digits.
    case member(String)
  }

  let types: [String]
  /// Nil for entities deleted and not.
  var isDeleted: Bool?
  /// A condition on the rows `e` of entities and `r` of the index, with its values.
  var condition: (text: String, values: [SQLiteValue]) = ("1", [])
  /// What ranks the hits, in FTS5's language; nil when all are alike.
  var ranking: String?
  var order = Order.score
  var isAscending = false
  /// Only what comes behind this value of the order.
  var after: String?

  /// An entity found, with what it was put in order by.
  struct Hit: Sendable {
    let id: String
    /// In ten-thousandths.
    let score: Int64
    let sortValue: SQLiteValue
  }
}
