import JSONDocuments
import ModelManifests
import OpenMetadataEntities

/// Who changed what, found by comparing neighbouring versions of a model.
struct Blame: Sendable {
  private let history: FieldHistory
  private let current: FieldValues
  private let currentElements: Set<FieldPath>
  /// Our user name; nil when our writes cannot be told from others'.
  private let principal: String?
  /// Whether versions were read, and the model's first was not among them.
  let isCutOff: Bool

  /// Takes a model as it is, its versions newest first, and who we are.
  ///
  /// Versions that came after the model was read are not looked at. Without versions, or when the
  /// user is shared, nothing is known to be ours.
  init(current: MlModel, history: [MlModel], principal: Principal?) {
    let former = history.drop { version in
      version.version != current.version || version.updatedAt != current.updatedAt
    }
    var models = Array(former)
    if models.isEmpty {
      let number = Double(current.version.lexeme) ?? 0
      models =
        [current] + history.drop { (Double($0.version.lexeme) ?? 0) > number - 0.05 }
    }
    self.history = FieldHistory(models)
    self.current = FieldValues(of: current)
    currentElements = self.current.listElements
    let isKnown = !history.isEmpty && principal?.isShared == false
    self.principal = isKnown ? principal?.name : nil
    isCutOff = !history.isEmpty && self.history.creation == nil
  }

  /// The value that we last gave a field, and the last edit of another since then.
  func base(of path: FieldPath) -> (base: BaseValue, edited: Edit?) {
    guard let principal else { return (.none, nil) }
    var edited: Edit?
    for change in changes(of: path, current[path]) {
      if change.edit.updatedBy == principal {
        let isBack = path.kind.areSame(value(path), change.after)
        return (.ours(change.after), isBack ? nil : edited)
      }
      edited = edited ?? change.edit
    }
    // Whoever made the model left the field empty.
    guard history.creation?.updatedBy == principal else { return (.none, nil) }
    return (.ours(nil), value(path) == nil ? nil : edited)
  }

  /// Who added a member of a set last when it was not us, and who took it away when it is gone
  /// since.
  func member(
    _ path: FieldPath, _ value: JSON?
  ) -> (isOurs: Bool, addedBy: Edit?, takenAway: Edit?) {
    guard let principal else { return (false, nil, nil) }
    var removal: Edit?
    for change in changes(of: path, value) {
      guard change.after != nil else {
        removal = removal ?? change.edit
        continue
      }
      guard change.edit.updatedBy == principal else { return (false, change.edit, nil) }
      return (true, nil, removal?.updatedBy == principal ? nil : removal)
    }
    return (false, nil, nil)
  }

  /// Who gave the field the value that it has, as far as versions tell.
  func lastEdit(of path: FieldPath) -> Edit? {
    changes(of: path, current[path]).first?.edit ?? history.creation
  }

  /// The last edit of a field when it was another's, as far as is known.
  func foreignEdit(of path: FieldPath) -> Edit? {
    guard let edit = lastEdit(of: path), edit.updatedBy != principal else { return nil }
    return edit
  }

  /// Whether some version is ours.
  var hasOwnVersion: Bool { principal.map { history.users.contains($0) } == true }

  /// Whether some version of ours has a table as a source.
  func everNamed(table id: String) -> Bool {
    ourSources.contains { $0[1] == id }
  }

  /// Whether some version of ours has a column of a table as a source of a feature.
  func everNamed(column: String, ofTable id: String, in feature: String) -> Bool {
    ourSources.contains(FieldHistory.source(feature: feature, table: id, column: column))
  }

  private var ourSources: Set<[String]> { principal.flatMap { history.sources[$0] } ?? [] }

  /// Another user who more than once replaced the algorithm or parts of features right after we had
  /// written them; nil when there is none.
  var rewriter: String? {
    guard let principal else { return nil }
    var counts: [String: Int] = [:]
    for rewriting in history.rewritings
    where rewriting.edit.updatedBy != principal && rewriting.over == principal {
      counts[rewriting.edit.updatedBy, default: 0] += 1
    }
    return counts.filter { $0.value > 1 }.keys.min()
  }

  private func changes(of path: FieldPath, _ value: JSON?) -> [FieldHistory.Change] {
    history.changes[FieldHistory.key(path, value)] ?? []
  }

  /// The leaf's value now; for an entry of a list, whether it is there.
  private func value(_ path: FieldPath) -> JSON? {
    current[path] ?? (currentElements.contains(path) ? true : nil)
  }
}
