/// When a search is cheaper than asking for each thing.
enum SearchRule {
  /// Up to so many things are asked for one by one.
  private static let singly = 20

  /// Whether to search for so many things.
  static func searches(for count: Int) -> Bool { count > singly }

  /// How many pages of a thousand are read before the rest is asked for one by one: a registry may
  /// hold far more than is wanted.
  static func pages(for count: Int) -> Int { max(1, count / singly) }
}
