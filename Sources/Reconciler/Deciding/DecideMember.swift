import ModelManifests

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

/// What a manifest says about a set.
enum GivenSet: Sendable, Equatable {
  /// It does not give the set.
  case absent
  /// It says that the set shall be empty.
  case empty
  /// It gives members, this one among them or not.
  case members(includesThis: Bool)
}

/// Decides about one member of a set: `tags`, `owners`.
///
/// - Parameters:
///   - isOurs: Whether its latest addition was by us.
///   - takenAway: Who removed it after that, when somebody else did.
func decideMember(
  isPresent: Bool, isOurs: Bool, takenAway: Edit?, given: GivenSet, ownership: FieldOwner?,
  isForced: Bool
) -> MemberDecision {
  switch given {
  case .members(includesThis: true):
    if isPresent { return .nothing }
    if let takenAway, ownership != .manifest, !isForced { return .stayAway(takenAway) }
    return .add
  case .empty:
    return isPresent ? .remove : .nothing
  case .members(includesThis: false):
    return isPresent && (isOurs || ownership == .manifest) ? .remove : .nothing
  case .absent:
    return isPresent && isOurs ? .remove : .nothing
  }
}
