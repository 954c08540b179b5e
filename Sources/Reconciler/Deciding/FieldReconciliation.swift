import Diagnostics
import JSONDocuments
import ModelManifests

/// Decides field by field what a model becomes, and says so.
struct FieldReconciliation {
  /// The model now; empty when it is new.
  let current: FieldValues
  let desired: DesiredFields
  /// nil when the model is new.
  let blame: Blame?
  let rules: FieldRules
  /// The names of what references lead to.
  let names: ReferenceNames
  /// The leaves after all decisions.
  private(set) var expected: FieldValues
  /// The entries of lists that go.
  private(set) var removed: Set<FieldPath> = []
  private(set) var changes: [FieldChange] = []
  private(set) var kept: [KeptValue] = []
  private(set) var conflicts: [FieldConflict] = []
  /// What is worth saying, in the order of the fields.
  private(set) var remarks: [FieldRemark] = []

  private var added: Set<FieldPath> = []
  private var absent: Set<FieldPath> = []
  private let desiredElements: Set<FieldPath>
  /// The leaves in each entry of a list.
  private var leavesWithin: [FieldPath: [FieldPath]] = [:]

  init(
    current: FieldValues, desired: DesiredFields, blame: Blame?, rules: FieldRules,
    names: ReferenceNames = ReferenceNames()
  ) {
    self.current = current
    self.desired = desired
    self.blame = blame
    self.rules = rules
    self.names = names
    expected = current
    let elements = desired.listElements
    desiredElements = Set(elements)
    let currentElements = current.listElements
    for path in current.leaves.keys.inTextOrder {
      for element in path.listElements { leavesWithin[element, default: []].append(path) }
    }
    for element in elements
      + Self.outerFirst(currentElements.subtracting(desiredElements))
    {
      decideElement(element, isPresent: currentElements.contains(element))
    }
    let others = current.leaves.keys.filter { desired.leaves[$0] == nil }.inTextOrder
    for path in desired.order + others { decideLeaf(path) }
  }

  private static func outerFirst(_ elements: Set<FieldPath>) -> [FieldPath] {
    let inOrder = elements.inTextOrder
    return inOrder.filter { $0.listElements.count == 1 }
      + inOrder.filter { $0.listElements.count > 1 }
  }

  // MARK: Entries of lists

  private mutating func decideElement(_ element: FieldPath, isPresent: Bool) {
    let around = element.listElements.dropLast()
    if around.contains(where: removed.contains) { return }
    if around.contains(where: absent.contains) {
      absent.insert(element)
      return
    }
    let isDesired = desiredElements.contains(element)
    if isPresent == isDesired { return }
    if isDesired {
      addElement(element, isWithinAdded: around.contains(where: added.contains))
    } else {
      removeElement(element, isWithinGiven: around.allSatisfy(desiredElements.contains))
    }
  }

  private mutating func addElement(_ element: FieldPath, isWithinAdded: Bool) {
    if isWithinAdded {
      added.insert(element)
      return
    }
    let (base, edited) = blame?.base(of: element) ?? (.none, nil)
    let decision = decide(
      base: base, edited: edited, current: nil, desired: .value(true), kind: .technical,
      ownership: rules.owner(of: element), isForced: rules.isForced(element))
    switch decision {
    case .keep(let reason):
      absent.insert(element)
      keep(element, reason, value: nil)
    case .write(_, let overwriting):
      added.insert(element)
      remark(element, overwriting)
    case .nothing, .conflict: added.insert(element)
    }
  }

  private mutating func removeElement(_ element: FieldPath, isWithinGiven: Bool) {
    guard isWithinGiven, !desired.isSetAside(element) else { return }
    let (base, edited) = blame?.base(of: element) ?? (.none, nil)
    var decision = decide(
      base: base, edited: edited, current: true, desired: desired.desired(element),
      kind: .technical, ownership: rules.owner(of: element), isForced: false)
    // The sources of a feature are one technical value: those of the file are all.
    let isSource = element.listElements.count > 1
    if decision == .nothing, isSource, desired.lists[element.parent] != nil {
      let isCatalogs = rules.owner(of: element) == .catalog
      decision =
        isCatalogs
        ? .keep(.ownership(blame?.lastEdit(of: element)))
        : .write(nil, overwriting: edited.map { .edit($0) } ?? .unpublished)
    }
    switch decision {
    case .write(_, let overwriting):
      removed.insert(element)
      remark(element, overwriting)
      if overwriting == .nothing { remarkLostEdits(element) }
    case .keep(let reason): keep(element, reason, value: true)
    case .nothing, .conflict: break
    }
  }

  /// Says what others made of an entry of ours that goes; an entry of theirs within it counts as
  /// one.
  private mutating func remarkLostEdits(_ element: FieldPath) {
    var said: Set<FieldPath> = []
    for path in leavesWithin[element] ?? [] {
      let inner = path.listElements.first { inner in
        inner.segments.count > element.segments.count && blame?.foreignEdit(of: inner) != nil
      }
      let lost = inner ?? path
      guard said.insert(lost).inserted, let edit = blame?.foreignEdit(of: lost) else { continue }
      let value = names.naming(current[lost]) ?? true
      remarks.append(FieldRemark(lost, .removedWithEdits(element, value, edit)))
    }
  }

  // MARK: Leaves

  private mutating func decideLeaf(_ path: FieldPath) {
    let elements = path.listElements
    if elements.contains(where: removed.contains) {
      change(path, to: nil)
    } else if elements.contains(where: absent.contains) {
      return
    } else if elements.contains(where: added.contains) {
      change(path, to: desired.leaves[path]?.value)
    } else if !elements.allSatisfy(desiredElements.contains) || desired.isSetAside(path) {
      return
    } else if let set = path.memberOfSet {
      decideMember(path, of: set)
    } else {
      decideField(path)
    }
  }

  private mutating func decideMember(_ path: FieldPath, of set: FieldPath) {
    let given: GivenSet =
      if desired.leaves[path] != nil {
        .members(includesThis: true)
      } else if desired.emptiness(of: set) != nil {
        .empty
      } else if desired.lists[set] != nil {
        .members(includesThis: false)
      } else {
        .absent
      }
    let value = current[path] ?? desired.leaves[path]?.value
    let (isOurs, addedBy, takenAway) = blame?.member(path, value) ?? (false, nil, nil)
    let decision = Reconciler.decideMember(
      isPresent: current[path] != nil, isOurs: isOurs, takenAway: takenAway, given: given,
      ownership: rules.owner(of: path), isForced: rules.isForced(path))
    switch decision {
    case .nothing: break
    case .add: change(path, to: desired.leaves[path]?.value)
    case .remove:
      change(path, to: nil)
      if !isOurs { remark(path, addedBy.map { .edit($0) } ?? .unpublished) }
    case .stayAway(let edit): keep(path, .edited(edit), value: nil)
    }
  }

  private mutating func decideField(_ path: FieldPath) {
    let now = current[path]
    let wanted = desired.desired(path)
    let (base, edited) = blame?.base(of: path) ?? (.none, nil)
    let decision = decide(
      base: base, edited: edited, current: now, desired: wanted, kind: path.kind,
      ownership: rules.owner(of: path), isForced: rules.isForced(path),
      isAcknowledged: edited != nil && rules.isAcknowledged(now, at: path))
    switch decision {
    case .nothing: break
    case .write(nil, _) where FieldReconciliation.isRequired(path): break
    case .write(let value, let overwriting):
      change(path, to: value)
      remark(path, overwriting)
    case .keep(let reason): keep(path, reason, value: now)
    case .conflict(let edit):
      let manifest = desired.leaves[path]?.value
      conflicts.append(FieldConflict(path: path, catalog: now, manifest: manifest, edit: edit))
      remarks.append(FieldRemark(path, .conflict(catalog: now, manifest: manifest, edit)))
    }
  }

  /// Whether the server refuses an entity without the field.
  private static func isRequired(_ path: FieldPath) -> Bool { path == FieldPath("algorithm") }

  // MARK: Results

  private mutating func change(_ path: FieldPath, to value: JSON?) {
    guard current[path] != value else { return }
    expected[path] = value
    changes.append(
      FieldChange(
        path: path, before: names.naming(current[path]), after: names.naming(value),
        origin: desired.origin(of: path) ?? rules.origin(ofAbsent: path, desired),
        isBreaking: false))
  }

  private mutating func keep(_ path: FieldPath, _ reason: FieldDecision.Reason, value: JSON?) {
    let edit: Edit? =
      switch reason {
      case .edited(let edit): edit
      case .ownership(let edit): edit ?? blame?.lastEdit(of: path)
      case .unpublished: blame?.lastEdit(of: path)
      }
    let value = names.naming(value)
    kept.append(KeptValue(path: path, value: value, edit: edit))
    remarks.append(
      FieldRemark(path, .kept(reason, value: value, edit), owner: rules.owner(of: path)))
  }

  private mutating func remark(_ path: FieldPath, _ overwriting: FieldDecision.Overwriting) {
    guard overwriting != .nothing else { return }
    let value = names.naming(current[path]) ?? (removed.contains(path) ? true : nil)
    let isEmptied = desired.desired(path) == .empty
    let edit: Edit? =
      if case .edit(let edit) = overwriting { edit } else { blame?.lastEdit(of: path) }
    remarks.append(
      FieldRemark(path, .overwritten(overwriting, value: value, edit, isEmptied: isEmptied)))
  }
}
