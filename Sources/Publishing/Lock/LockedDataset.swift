import JSONDocuments
import RegisteredModels

/// How a lock writes and reads the datasets of a run.
enum LockedDataset {
  static func document(_ dataset: DatasetInput) -> JSON {
    var object = JSONObject(given: [
      "name": .string(dataset.name),
      "digest": dataset.digest.isEmpty ? nil : .string(dataset.digest),
      "context": dataset.context.map { .string($0) }, "origin": .string(dataset.origin),
      "columns": dataset.columns.isEmpty ? nil : LockedSignature.columns(dataset.columns),
    ])
    switch dataset.source {
    case .table(let parts, let isCertain):
      object["table"] = .array(parts.map { .string($0) })
      if !isCertain { object["isUncertain"] = true }
    case .query(let text): object["query"] = .string(text)
    case .other(let type, let location):
      object["type"] = .string(type)
      object["location"] = location.map { .string($0) }
    }
    return .object(object)
  }

  static func dataset(_ entry: RecordedValue) throws(RecordShapeError) -> DatasetInput {
    DatasetInput(
      name: try entry.text("name"), digest: try entry.optionalText("digest") ?? "",
      context: try entry.optionalText("context"), source: try source(entry),
      columns: try LockedSignature.columns(try entry.list("columns")),
      origin: try entry.text("origin"))
  }

  private static func source(
    _ entry: RecordedValue
  ) throws(RecordShapeError) -> DatasetInput.Source {
    if let table = entry["table"] {
      return .table(try table.texts, isCertain: !(try entry.flag("isUncertain")))
    }
    if let query = try entry.optionalText("query") { return .query(query) }
    return .other(type: try entry.text("type"), location: try entry.optionalText("location"))
  }
}
