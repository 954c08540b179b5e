import JSONDocuments

/// Replaces the features of a model as a whole.
///
/// A feature is the same one only when all of it is equal. Later lines first bring over the
/// labels and the description of the feature with the same name.
enum MlFeatureUpdate {
  static func apply(to update: inout EntityUpdate, _ name: String) throws(CatalogFault) {
    if update.line.reconcilesFeatures {
      let old = update.original[name]?.array ?? []
      var features: [JSON] = []
      for feature in update.updated[name]?.array ?? [] {
        let before = old.first { $0["name"] == feature["name"] }
        features.append(try reconcile(&update, name, before, feature))
      }
      update.updated[name] = features.isEmpty ? nil : .array(features)
    }
    try update.recordList(name, .minor)
  }

  private static func reconcile(
    _ update: inout EntityUpdate, _ path: String, _ old: JSON?, _ new: JSON
  ) throws(CatalogFault) -> JSON {
    guard let old, case .object(var feature) = new else { return new }
    let place = "\(path).\(feature["name"]?.string ?? "")"
    if update.isBotPut, update.isFilled(old["description"]) {
      feature["description"] = old["description"]
    }
    update.changes.record(
      "\(place).description", from: old["description"], to: feature["description"], .minor)
    let before = old["tags"]?.array ?? []
    let tags = try update.merged(before, feature["tags"]?.array ?? [])
    update.recordTags("\(place).tags", before, tags)
    feature["tags"] = tags.isEmpty ? nil : .array(tags)
    return .object(feature)
  }
}
