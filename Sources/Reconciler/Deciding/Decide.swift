import JSONDocuments
import ModelManifests

/// Decides about one field from what we last made of it, who edited it since, what is there, and
/// what the file wants; every row of the table of rules is one branch.
///
/// - Parameters:
///   - edited: The last edit of another since `base`.
///   - isForced: Whether `--force` names the field: the file's value wins.
///   - isAcknowledged: Whether the lock acknowledges what is there: the file's value wins where
///     both sides moved.
func decide(
  base: BaseValue, edited: Edit?, current: JSON?, desired: DesiredValue, kind: FieldKind,
  ownership: FieldOwner?, isForced: Bool, isAcknowledged: Bool = false
) -> FieldDecision {
  let wanted: JSON?
  switch desired {
  case .absent:
    guard current != nil, case .ours(let ours?) = base, edited == nil, kind.areSame(ours, current)
    else {
      return .nothing
    }
    return .write(nil, overwriting: .nothing)
  case .empty: wanted = nil
  case .value(let value): wanted = value
  }
  if kind.areSame(wanted, current) { return .nothing }
  if isForced || desired == .empty {
    return .write(wanted, overwriting: overwriting(base, edited, current))
  }
  switch (base, edited) {
  case (.none, _):
    if isBlank(current) { return .write(wanted, overwriting: .nothing) }
    if ownership == .catalog { return .keep(.ownership(edited)) }
    if kind == .prose, ownership != .manifest { return .keep(.unpublished) }
    return .write(wanted, overwriting: .unpublished)
  case (.ours, nil):
    return .write(wanted, overwriting: .nothing)
  case (.ours(let ours), let edit?):
    let fileMoved = !kind.areSame(ours, wanted)
    if ownership == .manifest || (kind == .technical && ownership != .catalog) {
      return .write(wanted, overwriting: .edit(edit))
    }
    if !fileMoved { return .keep(.edited(edit)) }
    if ownership == .catalog { return .keep(.ownership(edit)) }
    return isAcknowledged ? .write(wanted, overwriting: .edit(edit)) : .conflict(edit)
  }
}

private func overwriting(
  _ base: BaseValue, _ edited: Edit?, _ current: JSON?
) -> FieldDecision.Overwriting {
  if isBlank(current) { return .nothing }
  if let edited { return .edit(edited) }
  return base == .none ? .unpublished : .nothing
}

/// Whether nothing would be lost: no value, or a text of no characters.
private func isBlank(_ value: JSON?) -> Bool { value == nil || value == "" }
