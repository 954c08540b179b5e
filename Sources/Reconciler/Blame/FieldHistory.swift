import JSONDocuments
import ModelManifests
import OpenMetadataEntities

/// What became of the fields of a model from version to version.
///
/// Of neighbouring versions only the members that differ are taken apart, and only what changed is
/// kept, so that a history of hundreds of versions costs little more than what happened in it.
struct FieldHistory: Sendable {
  /// A version that gave a field another value, or an entry of a list or set.
  struct Change: Sendable {
    let edit: Edit
    let before: JSON?
    let after: JSON?
  }

  /// One version that changed something right after another user's.
  struct Rewriting: Sendable {
    let edit: Edit
    let over: String
  }

  /// The changes of each field, newest first; an entry of a list has the value true.
  private(set) var changes: [FieldPath: [Change]] = [:]
  /// Who made the model; nil when the oldest version known is not its first.
  private(set) var creation: Edit?
  /// Versions that changed the algorithm or parts of features that their predecessor had.
  private(set) var rewritings: [Rewriting] = []
  /// Who made versions.
  let users: Set<String>
  /// The sources of each user's versions, as ``source(feature:table:column:)`` names them.
  private(set) var sources: [String: Set<[String]>] = [:]

  /// Takes the versions of a model, newest first.
  init(_ versions: [MlModel]) {
    users = Set(versions.map(\.updatedBy))
    for (version, before) in zip(versions, versions.dropFirst()) { add(version, after: before) }
    for (index, version) in versions.enumerated() {
      let isSame =
        index > 0
        && version.document["mlFeatures"] == versions[index - 1].document["mlFeatures"]
        && version.updatedBy == versions[index - 1].updatedBy
      if !isSame { addSources(version) }
    }
    if let oldest = versions.last, FieldHistory.isFirst(oldest) {
      creation = FieldHistory.edit(oldest)
      let values = FieldHistory.values(oldest.document)
      for (path, value) in values { add(path, oldest, before: nil, after: value) }
    }
  }

  /// The name of a field over all versions: a reference is the same whatever its entity was called
  /// then, and older versions tell no more of it than its id.
  static func key(_ path: FieldPath, _ value: JSON?) -> FieldPath {
    guard let set = path.memberOfSet, let id = value?["id"]?.string else { return path }
    return set.element(id)
  }

  /// What names a column of a table that a feature is made from.
  static func source(feature: String, table: String, column: String) -> [String] {
    [feature, table, column.filter { $0 != "\"" }]
  }

  private static func isFirst(_ version: MlModel) -> Bool {
    (Double(version.version.lexeme) ?? 0) < 0.15
  }

  private static func edit(_ version: MlModel) -> Edit {
    Edit(updatedBy: version.updatedBy, updatedAt: version.updatedAt.integer ?? 0)
  }

  /// The leaves and the entries of lists of a document, by their names over all versions.
  private static func values(_ document: JSON) -> [FieldPath: JSON] {
    let values = FieldValues(document: document)
    var named = Dictionary(
      values.leaves.map { (key($0.key, $0.value), $0.value) }, uniquingKeysWith: { one, _ in one })
    for element in values.listElements { named[element] = true }
    return named
  }

  private mutating func add(_ version: MlModel, after before: MlModel) {
    guard let new = version.document.object, let old = before.document.object else { return }
    let members = Set(new.members.map(\.key) + old.members.map(\.key))
      .filter { new[$0] != old[$0] }
    func differing(_ object: JSONObject) -> JSON {
      .object(JSONObject(object.members.filter { members.contains($0.key) }))
    }
    let (now, then) = (
      FieldHistory.values(differing(new)), FieldHistory.values(differing(old))
    )
    var isRewriting = false
    for path in Set(now.keys).union(then.keys)
    where !path.kind.areSame(now[path], then[path]) {
      add(path, version, before: then[path], after: now[path])
      isRewriting =
        isRewriting
        || then[path] != nil && path.kind == .technical && path.memberOfSet == nil
          && ["algorithm", "mlFeatures"].contains(path.topLevelMember)
    }
    if isRewriting {
      rewritings.append(
        Rewriting(edit: FieldHistory.edit(version), over: before.updatedBy))
    }
  }

  private mutating func add(
    _ path: FieldPath, _ version: MlModel, before: JSON?, after: JSON?
  ) {
    changes[path, default: []].append(
      Change(edit: FieldHistory.edit(version), before: before, after: after))
  }

  private mutating func addSources(_ version: MlModel) {
    for feature in version.document["mlFeatures"]?.array ?? [] {
      for source in feature["featureSources"]?.array ?? [] {
        guard let table = EntityReference(source["dataSource"])?.id else { continue }
        sources[version.updatedBy, default: []].insert(
          FieldHistory.source(
            feature: feature["name"]?.string ?? "", table: table,
            column: source["name"]?.string ?? ""))
      }
    }
  }
}
