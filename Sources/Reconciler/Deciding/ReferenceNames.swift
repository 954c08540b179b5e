import JSONDocuments
import ModelManifests
import OpenMetadataEntities

/// The names of the entities that a model refers to, by their ids.
///
/// References are compared by id alone; people know the entities by name.
struct ReferenceNames: Sendable {
  private var names: [String: String] = [:]

  /// No names.
  init() {}

  /// The names that a model and what is desired of it hold.
  init(_ current: MlModel?, _ desired: DesiredFields) {
    for set in ModelDocument.referenceSets {
      for member in current?.document[set.topLevelMember]?.array ?? [] { add(member) }
    }
    for path in ModelDocument.references { add(current?.document[path.topLevelMember]) }
    for property in current?.document["extension"]?.object?.members ?? [] {
      add(property.value)
    }
    for feature in current?.document["mlFeatures"]?.array ?? [] {
      for source in feature["featureSources"]?.array ?? [] { add(source["dataSource"]) }
    }
    for leaf in desired.leaves.values { add(leaf.payload) }
  }

  private mutating func add(_ document: JSON?) {
    guard let reference = EntityReference(document) else {
      for item in document?.array ?? [] { add(item) }
      return
    }
    names[reference.id] = reference.fullyQualifiedName ?? reference.name
  }

  /// A value with the name of what it refers to; any other value as it is.
  func naming(_ value: JSON?) -> JSON? {
    if let items = value?.array { return .array(items.map { naming($0) ?? $0 }) }
    guard let reference = EntityReference(value), let name = names[reference.id],
      var object = value?.object
    else { return value }
    object["fullyQualifiedName"] = .string(name)
    return .object(object)
  }
}
