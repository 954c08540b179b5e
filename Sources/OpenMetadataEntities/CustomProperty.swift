public import JSONDocuments

/// A custom property that the catalog defines for ML models (OpenMetadata's `CustomProperty`).
public struct CustomProperty: Sendable, Hashable {
  /// The property's name.
  public let name: String
  /// The name of its type, such as `integer` or `enum`.
  public let type: String
  /// `customPropertyConfig.config`: what it holds depends on the type.
  public let config: JSON?

  /// Makes a property.
  public init(name: String, type: String, config: JSON? = nil) {
    self.name = name
    self.type = type
    self.config = config
  }

  /// Reads a property leniently; nil without a name or a type.
  public init?(_ document: JSON) {
    guard let name = document["name"]?.string,
      let type = document["propertyType"]?["name"]?.string
    else { return nil }
    self.init(name: name, type: type, config: document["customPropertyConfig"]?["config"])
  }

  /// The custom properties of the answer of `GET /metadata/types/name/{type}`.
  public static func all(of document: JSON) -> [CustomProperty] {
    (document["customProperties"]?.array ?? []).compactMap { CustomProperty($0) }
  }

  /// The request that defines a property of a type that needs no configuration.
  ///
  /// - Parameter typeID: The id of the type of its values.
  public static func request(name: String, description: String, typeID: String) -> JSON {
    [
      "name": .string(name), "description": .string(description),
      "propertyType": ["id": .string(typeID), "type": "type"],
    ]
  }

  /// What an `enum` allows.
  public var values: [String] { (config?["values"]?.array ?? []).compactMap(\.string) }

  /// Whether an `enum` takes several values.
  public var isMultiSelect: Bool { config?["multiSelect"]?.bool ?? false }

  /// How a `date-cp`, `dateTime-cp` or `time-cp` is written, in the letters of Java's
  /// `DateTimeFormatter`.
  public var format: String? { config?.string }

  /// The types of entities that an `entityReference` or `entityReferenceList` allows.
  public var entityTypes: [String] { (config?.array ?? []).compactMap(\.string) }

  /// The columns of a `table-cp`.
  public var columns: [String] { (config?["columns"]?.array ?? []).compactMap(\.string) }
}
