/// What a manifest says about a set.
enum GivenSet: Sendable, Equatable {
  /// It does not give the set.
  case absent
  /// It says that the set shall be empty.
  case empty
  /// It gives members, this one among them or not.
  case members(includesThis: Bool)
}
