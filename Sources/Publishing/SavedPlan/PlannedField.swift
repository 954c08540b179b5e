import JSONDocuments
import ModelManifests
import Reconciler

/// How a plan writes and reads what happens to fields.
enum PlannedField {
  // MARK: Paths

  /// A path as people write it; the list of its steps where that would be read otherwise, as with a
  /// custom property that has a dot in its name.
  static func document(_ path: FieldPath) -> JSON {
    let text = path.description
    if (try? FieldPath(parsing: text)) == path { return .string(text) }
    return .array(
      path.segments.map { segment in
        switch segment {
        case .member(let name): ["member": .string(name)]
        case .element(let key): ["element": .string(key)]
        }
      })
  }

  static func path(_ entry: RecordedValue) throws(RecordShapeError) -> FieldPath {
    guard let text = entry.json.string else {
      return FieldPath(
        try entry.items.map { step throws(RecordShapeError) in
          if let member = try step.optionalText("member") { return .member(member) }
          return .element(try step.text("element"))
        })
    }
    guard let path = try? FieldPath(parsing: text) else { throw entry.error("is no field path") }
    return path
  }

  // MARK: Leaves

  static func document(_ values: FieldValues) -> JSON {
    .array(
      values.leaves.sorted { $0.key < $1.key }.map { path, value in
        ["path": document(path), "value": value]
      })
  }

  static func values(_ entry: RecordedValue) throws(RecordShapeError) -> FieldValues {
    var values = FieldValues()
    for leaf in try entry.items {
      values[try path(try leaf.member("path"))] = try leaf.member("value").json
    }
    return values
  }

  // MARK: What happens to them

  static func document(_ change: FieldChange) -> JSON {
    .object(
      JSONObject(given: [
        "path": document(change.path), "before": change.before, "after": change.after,
        "origin": document(change.origin), "breaking": change.isBreaking ? true : nil,
      ]))
  }

  static func change(_ entry: RecordedValue) throws(RecordShapeError) -> FieldChange {
    FieldChange(
      path: try path(try entry.member("path")), before: entry["before"]?.json,
      after: entry["after"]?.json, origin: try origin(try entry.member("origin")),
      isBreaking: try entry.flag("breaking"))
  }

  static func document(_ kept: KeptValue) -> JSON {
    .object(
      JSONObject(given: [
        "path": document(kept.path), "value": kept.value, "edit": kept.edit.map { document($0) },
      ]))
  }

  static func kept(_ entry: RecordedValue) throws(RecordShapeError) -> KeptValue {
    var edit: Edit?
    if let entry = entry.given("edit") { edit = try self.edit(entry) }
    return KeptValue(
      path: try path(try entry.member("path")), value: entry["value"]?.json, edit: edit)
  }

  static func document(_ conflict: FieldConflict) -> JSON {
    .object(
      JSONObject(given: [
        "path": document(conflict.path), "catalog": conflict.catalog,
        "manifest": conflict.manifest, "edit": document(conflict.edit),
      ]))
  }

  static func conflict(_ entry: RecordedValue) throws(RecordShapeError) -> FieldConflict {
    FieldConflict(
      path: try path(try entry.member("path")), catalog: entry["catalog"]?.json,
      manifest: entry["manifest"]?.json, edit: try edit(try entry.member("edit")))
  }

  private static func document(_ edit: Edit) -> JSON {
    ["by": .string(edit.updatedBy), "at": .number(JSONNumber(edit.updatedAt))]
  }

  private static func edit(_ entry: RecordedValue) throws(RecordShapeError) -> Edit {
    Edit(updatedBy: try entry.text("by"), updatedAt: Int64(try entry.integer("at")))
  }

  private static func document(_ origin: Origin) -> JSON {
    switch origin {
    case .file(let range): ["place": PlannedFinding.document(range)]
    case .registry(let place): ["registry": .string(place)]
    case .builtIn: "default"
    }
  }

  private static func origin(_ entry: RecordedValue) throws(RecordShapeError) -> Origin {
    if let range = try PlannedFinding.place(entry) { return .file(range) }
    if let place = try entry.optionalText("registry") { return .registry(place) }
    guard entry.json == "default" else { throw entry.error("is no origin that is known") }
    return .builtIn
  }
}
