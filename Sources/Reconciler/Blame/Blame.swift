import JSONDocuments
import ModelManifests
import OpenMetadataEntities

/// Who changed what, found by comparing neighbouring versions of a model.
struct Blame: Sendable {
  /// One version in normal form.
  private struct Version: Sendable {
    let values: FieldValues
    let elements: Set<FieldPath>
    let edit: Edit

    init(_ model: MlModel) {
      values = FieldValues(of: model)
      elements = values.listElements
      edit = Edit(updatedBy: model.updatedBy, updatedAt: model.updatedAt.integer ?? 0)
    }

    /// The leaf's value; for an entry of a list, whether it is there.
    func value(_ path: FieldPath) -> JSON? {
      values[path] ?? (elements.contains(path) ? true : nil)
    }

    /// Whether a member of a set is in it; a reference is the same whatever its entity was called
    /// then.
    func holds(_ member: FieldPath, _ value: JSON?) -> Bool {
      guard let value, value.object != nil, let set = member.memberOfSet else {
        return values[member] != nil
      }
      return values.leaves.contains { path, other in
        path.topLevelMember == set.topLevelMember && other == value && path.memberOfSet == set
      }
    }

    /// Whether the algorithm, or anything technical of a feature, is no longer what it was before.
    func rewrites(_ before: Version) -> Bool {
      before.values.leaves.contains { path, value in
        ["algorithm", "mlFeatures"].contains(path.topLevelMember) && path.kind == .technical
          && path.memberOfSet == nil && values[path] != value
      }
    }
  }

  /// Newest first.
  private let versions: [Version]
  /// Our user name; nil when our writes cannot be told from others'.
  private let principal: String?

  /// Takes a model as it is, its versions newest first, and who we are.
  ///
  /// Without versions, or when the user is shared, nothing is known to be ours.
  init(current: MlModel, history: [MlModel], principal: Principal?) {
    var models = history
    if models.first?.version != current.version || models.first?.updatedAt != current.updatedAt {
      models.insert(current, at: 0)
    }
    versions = models.map { Version($0) }
    let isKnown = !history.isEmpty && principal?.isShared == false
    self.principal = isKnown ? principal?.name : nil
  }

  /// The value that we last gave a field, and the last edit of another since then.
  func base(of path: FieldPath) -> (base: BaseValue, edited: Edit?) {
    guard let principal else { return (.none, nil) }
    var edited: Edit?
    for index in versions.indices where changed(path, at: index) {
      let version = versions[index]
      if version.edit.updatedBy == principal {
        let value = version.value(path)
        let isBack = path.kind.areSame(versions.first?.value(path), value)
        return (.ours(value), isBack ? nil : edited)
      }
      edited = edited ?? version.edit
    }
    return (.none, nil)
  }

  /// Who added a member of a set last when it was not us, and who took it away when it is gone
  /// since.
  func member(
    _ path: FieldPath, _ value: JSON?
  ) -> (isOurs: Bool, addedBy: Edit?, takenAway: Edit?) {
    guard let principal else { return (false, nil, nil) }
    var removal: Edit?
    var isIn = versions.map { $0.holds(path, value) }[...]
    for version in versions {
      let isHere = isIn.removeFirst()
      // The oldest version made the model, and so every member.
      if isHere == isIn.first { continue }
      if isHere {
        guard version.edit.updatedBy == principal else { return (false, version.edit, nil) }
        return (true, nil, removal?.updatedBy == principal ? nil : removal)
      }
      removal = removal ?? version.edit
    }
    return (false, nil, nil)
  }

  /// Who gave the field the value that it has, as far as versions tell.
  func lastEdit(of path: FieldPath) -> Edit? {
    versions.indices.first { changed(path, at: $0) }.map { versions[$0].edit }
  }

  /// The last edit of a field when it was another's, as far as is known.
  func foreignEdit(of path: FieldPath) -> Edit? {
    guard let edit = lastEdit(of: path), edit.updatedBy != principal else { return nil }
    return edit
  }

  /// Whether some version is ours.
  var hasOwnVersion: Bool { versions.contains { $0.edit.updatedBy == principal } }

  /// Whether some version of ours has a table as a source.
  func everNamed(table id: String) -> Bool {
    guard let principal else { return false }
    return versions.contains { version in
      version.edit.updatedBy == principal && version.values.sourceTables.contains(id)
    }
  }

  /// Another user who more than once replaced the algorithm or parts of features right after we had
  /// written them; nil when there is none.
  var rewriter: String? {
    guard let principal else { return nil }
    var counts: [String: Int] = [:]
    for (version, before) in zip(versions, versions.dropFirst())
    where version.edit.updatedBy != principal && before.edit.updatedBy == principal {
      if version.rewrites(before) { counts[version.edit.updatedBy, default: 0] += 1 }
    }
    return counts.filter { $0.value > 1 }.keys.min()
  }

  /// Whether the version changed the field; the oldest one made the model, and so every field.
  private func changed(_ path: FieldPath, at index: Int) -> Bool {
    guard index + 1 < versions.count else { return true }
    return !path.kind.areSame(versions[index].value(path), versions[index + 1].value(path))
  }
}
