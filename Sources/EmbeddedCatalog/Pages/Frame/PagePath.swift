/// The paths of entities, as OpenMetadata's own pages have them.
enum PagePath {
  /// What stands before the fully qualified name, by type.
  private static let prefixes = [
    "mlmodel": ["mlmodel"], "table": ["table"], "database": ["database"],
    "databaseSchema": ["databaseSchema"],
    "mlmodelService": ["service", "mlmodelServices"],
    "databaseService": ["service", "databaseServices"],
  ]

  static func prefix(of type: String) -> [String]? { prefixes[type] }

  /// The entity that a path names, and what follows its name.
  static func entity(_ path: [String]) -> (type: String, name: String, rest: [String])? {
    for (type, prefix) in prefixes where path.count > prefix.count && path.starts(with: prefix) {
      return (type, path[prefix.count], Array(path.dropFirst(prefix.count + 1)))
    }
    return nil
  }
}
