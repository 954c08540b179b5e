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

  /// The names that a model, what is desired of it and the edges into it hold.
  init(_ current: MlModel?, _ desired: DesiredFields, _ edges: [LineageEdge] = []) {
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
    for edge in edges where edge.fromEntity.fullyQualifiedName != nil {
      names[edge.fromEntity.id] = edge.fromEntity.fullyQualifiedName
    }
  }

  private mutating func add(_ document: JSON?) {
    guard let reference = EntityReference(document) else {
      for item in document?.array ?? [] { add(item) }
      return
    }
    // Where one place holds the bare id, another may hold the name.
    if let name = reference.fullyQualifiedName ?? reference.name { names[reference.id] = name }
  }

  /// A path with the names of the tables by whose ids a catalog knows sources.
  func naming(_ path: FieldPath) -> FieldPath {
    let source = FieldPath.Segment.member("featureSources")
    return FieldPath(
      path.segments.indices.map { index in
        guard index > 0, path.segments[index - 1] == source,
          case .element(let key) = path.segments[index], let dot = key.firstIndex(of: "."),
          let name = names[String(key[..<dot])]
        else { return path.segments[index] }
        return .element(name + key[dot...])
      })
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
