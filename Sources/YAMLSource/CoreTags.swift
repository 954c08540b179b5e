/// The tags that YAML itself defines; they change nothing here, since scalars stay text.
enum CoreTags {
  private static let prefix = "tag:yaml.org,2002:"
  private static let ofScalars: Set = ["str", "int", "float", "bool", "null", "timestamp", "merge"]

  /// Whether `tag` fits what it is written on; `!` alone always does.
  static func allow(_ tag: String, on kind: ParserEvent.Kind) -> Bool {
    guard tag != "!" else { return true }
    guard tag.hasPrefix(prefix) else { return false }
    let name = String(tag.dropFirst(prefix.count))
    return switch kind {
    case .sequenceStart: name == "seq"
    case .mappingStart: name == "map"
    default: ofScalars.contains(name)
    }
  }
}
