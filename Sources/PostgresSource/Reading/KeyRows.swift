/// The rows of one key, with columns still as numbers.
struct KeyRows {
  /// The kinds of key, by their letter in `pg_constraint.contype`.
  enum Kind: String {
    case primary = "p"
    case unique = "u"
    case foreign = "f"
  }

  let oid: Int
  let kind: Kind
  let relation: Int
  let referredRelation: Int
  var columns: [Int] = []
  var referredColumns: [Int] = []
}
