import ModelManifests

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
