/// What is done about one member of a set.
enum MemberDecision: Sendable, Equatable {
  /// Nothing is to be done.
  case nothing
  /// It is added.
  case add
  /// It is removed.
  case remove
  /// Somebody took it away after we gave it, and it stays away.
  case stayAway(Edit)
}
