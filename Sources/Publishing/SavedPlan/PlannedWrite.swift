import JSONDocuments
import Reconciler

/// How a plan writes and reads the request that brings a model to what it shows.
enum PlannedWrite {
  /// nil for a model to which nothing is written.
  static func document(_ write: ModelWrite) -> JSON? {
    switch write {
    case .none: nil
    case .create(let body): ["put": body]
    case .restore(let id, let patch):
      .object(
        JSONObject(given: ["restore": .string(id), "patch": patch.map { document($0) }]))
    case .patch(let patch): ["patch": document(patch)]
    }
  }

  static func write(_ entry: RecordedValue?) throws(RecordShapeError) -> ModelWrite {
    guard let entry else { return .none }
    var patch: ModelPatch?
    if let given = entry["patch"] { patch = try self.patch(given) }
    if let id = try entry.optionalText("restore") { return .restore(id: id, then: patch) }
    if let patch { return .patch(patch) }
    return .create(try entry.member("put").json)
  }

  private static func document(_ patch: ModelPatch) -> JSON {
    .object(
      JSONObject(given: [
        "id": .string(patch.id), "version": .number(patch.version),
        "updatedAt": .number(patch.updatedAt),
        "operations": .array(
          patch.operations.map { operation in
            .object(
              JSONObject(given: [
                "member": .string(operation.member),
                "property": operation.property.map { .string($0) },
                // A value that is null is written, one that is missing takes the member away.
                "value": operation.value, "group": .string(word(operation.group)),
              ]))
          }), "customProperties": .object(patch.customProperties),
      ]))
  }

  private static func patch(_ entry: RecordedValue) throws(RecordShapeError) -> ModelPatch {
    let properties = try entry.member("customProperties")
    guard let customProperties = properties.json.object else {
      throw properties.error("is no object")
    }
    return ModelPatch(
      id: try entry.text("id"), version: try entry.number("version"),
      updatedAt: try entry.number("updatedAt"),
      operations: try entry.list("operations").map { operation throws(RecordShapeError) in
        if let property = try operation.optionalText("property") {
          return ModelPatch.Operation(property: property, value: operation["value"]?.json)
        }
        return ModelPatch.Operation(
          member: try operation.text("member"), value: operation["value"]?.json,
          group: try group(try operation.member("group")))
      }, customProperties: customProperties)
  }

  private static let groups: [(word: String, group: ModelPatch.Group)] = [
    ("core", .core), ("description", .description), ("displayName", .displayName),
    ("owners", .owners), ("tags", .tags),
  ]

  private static func word(_ group: ModelPatch.Group) -> String {
    groups.first { $0.group == group }?.word ?? "customProperty"
  }

  private static func group(_ entry: RecordedValue) throws(RecordShapeError) -> ModelPatch.Group {
    let word = try entry.text
    guard let group = groups.first(where: { $0.word == word })?.group else {
      throw entry.error("is no group of fields that is known")
    }
    return group
  }
}
