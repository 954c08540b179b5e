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
    let text = plural ? Self.plural(type) : singular(type)
    return text.prefix(1).uppercased() + text.dropFirst()
  }
}
