public import JSONDocuments
import ModelManifests
public import OpenMetadataEntities

extension FieldValues {
  /// The normal form of a model as it was read: now, in a former version, or after a write.
  public init(of model: MlModel) {
    self.init(document: model.document)
  }

  /// The normal form of a model's document; members of another shape than expected have no leaf,
  /// and of entries with one name the first counts.
  public init(document: JSON) {
    self.init()
    for member in ModelDocument.texts {
      add(ModelDocument.text(document[member]), at: FieldPath(member))
    }
    for member in ModelDocument.storeTexts {
      add(ModelDocument.text(document["mlStore"]?[member]), at: .mlStore.member(member))
    }
    addLabels(of: document, at: nil)
    addReferences(of: document)
    for property in document["extension"]?.object?.members ?? [] where !property.value.isNull {
      add(
        ModelDocument.customProperty(property.value),
        at: .customProperties.member(property.key))
    }
    for feature in document["mlFeatures"]?.array ?? [] { addFeature(feature) }
    for parameter in document["mlHyperParameters"]?.array ?? [] {
      guard let name = parameter["name"]?.string else { continue }
      addTexts(["value", "description"], of: parameter, at: .mlHyperParameters.element(name))
    }
  }

  /// References of the model's own; inherited ones are the parent's.
  private mutating func addReferences(of document: JSON) {
    for set in ModelDocument.referenceSets {
      for reference in ModelDocument.references(document, in: set) where !reference.isInherited {
        add(reference.normalForm, at: ModelDocument.path(of: reference, in: set))
      }
    }
    for path in ModelDocument.references {
      let reference = EntityReference(document[path.topLevelMember])
      if reference?.isInherited == false { add(reference?.normalForm, at: path) }
    }
  }

  private mutating func addFeature(_ feature: JSON) {
    guard let name = feature["name"]?.string else { return }
    let path = FieldPath.mlFeatures.element(name)
    addTexts(ModelDocument.featureTexts, of: feature, at: path)
    addLabels(of: feature, at: path)
    for source in feature["featureSources"]?.array ?? [] {
      guard let key = ModelDocument.sourceKey(source) else { continue }
      let path = path.member("featureSources").element(key)
      addTexts(ModelDocument.sourceTexts, of: source, at: path)
      addLabels(of: source, at: path)
      add(EntityReference(source["dataSource"])?.normalForm, at: path.member("dataSource"))
    }
  }

  private mutating func addTexts(_ members: [String], of document: JSON, at path: FieldPath) {
    for member in members { add(ModelDocument.text(document[member]), at: path.member(member)) }
  }

  private mutating func addLabels(of document: JSON, at path: FieldPath?) {
    for label in ModelDocument.labels(of: document, at: path) {
      if let path = label.path { add(.string(label.tagFQN), at: path) }
    }
  }

  private mutating func add(_ value: JSON?, at path: FieldPath) {
    guard let value, leaves[path] == nil else { return }
    leaves[path] = value
  }

  /// The ids of the tables that features have as sources.
  var sourceTables: Set<String> {
    Set(
      leaves.lazy.filter { $0.key.segments.last == .member("dataSource") }
        .compactMap { $0.value["id"]?.string })
  }

  /// The paths of the entries of lists that have any leaf.
  var listElements: Set<FieldPath> { Set(leaves.keys.flatMap(\.listElements)) }
}

extension EntityReference {
  /// All of a reference that counts when two are compared.
  var normalForm: JSON { ["id": .string(id), "type": .string(type)] }
}
