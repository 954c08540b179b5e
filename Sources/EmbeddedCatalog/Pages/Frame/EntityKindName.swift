/// What kinds of entities are called in a sentence.
enum EntityKindName {
  static func singular(_ type: String) -> String {
    switch type {
    case "mlmodel": "model"
    case "mlmodelService": "model service"
    case "databaseService": "database service"
    case "databaseSchema": "schema"
    default: type
    }
  }

  static func plural(_ type: String) -> String { singular(type) + "s" }

  /// With a capital letter, as a heading.
  static func heading(_ type: String, plural: Bool = false) -> String {
    capitalized(plural ? Self.plural(type) : singular(type))
  }

  static func capitalized(_ words: String) -> String {
    words.prefix(1).uppercased() + words.dropFirst()
  }

  /// A table by its `tableType`: "view", "materialized view", "partitioned table".
  static func table(_ type: String?) -> String {
    switch type {
    case nil, "Regular": "table"
    case "View", "Stream", "Stage": (type ?? "").lowercased()
    case let type? where type.hasSuffix("View"): "\(type.dropLast(4).lowercased()) view"
    case let type?: "\(type.lowercased()) table"
    }
  }
}
