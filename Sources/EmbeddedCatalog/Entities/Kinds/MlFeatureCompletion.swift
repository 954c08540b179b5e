import FullyQualifiedNames
import JSONDocuments

/// Names features and their sources, and checks what they refer to.
struct MlFeatureCompletion {
  let context: CatalogContext

  init(_ context: CatalogContext) { self.context = context }

  func features(_ value: JSON, within model: [String]) throws(CatalogFault) -> [JSON] {
    var features: [JSON] = []
    for element in value.array ?? [] {
      guard case .object(var feature) = element else { continue }
      let name = feature["name"]?.string ?? ""
      feature["fullyQualifiedName"] = .string(try EntityDraft.text(model + [name], context.line))
      try completeTags(&feature)
      if let sources = feature["featureSources"]?.array {
        var completed: [JSON] = []
        for source in sources { completed.append(try self.source(source)) }
        feature["featureSources"] = .array(completed)
      }
      features.append(.object(feature))
    }
    return features
  }

  /// The name is made of the reference as it was sent: without its name it begins with `null`.
  private func source(_ value: JSON) throws(CatalogFault) -> JSON {
    guard case .object(var source) = value else { return value }
    let name = try EntityDraft.text([source["name"]?.string ?? ""], context.line)
    if let reference = source["dataSource"] {
      _ = try ReferenceCheck(context).reference(reference)
      let table = reference["fullyQualifiedName"]?.string ?? "null"
      source["fullyQualifiedName"] = .string("\(table).\(name)")
    } else {
      source["fullyQualifiedName"] = .string(name)
    }
    try completeTags(&source)
    return .object(source)
  }

  private func completeTags(_ object: inout JSONObject) throws(CatalogFault) {
    guard let tags = object["tags"] else { return }
    let stored = try TagCheck(context).stored(tags)
    object["tags"] = stored.isEmpty ? nil : .array(stored)
  }
}
