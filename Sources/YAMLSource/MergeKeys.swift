import Diagnostics

/// Resolves `<<` and refuses keys that are written twice.
///
/// The rules are those of https://yaml.org/type/merge.html: a mapping's own keys win over merged
/// ones, and in a list of mappings the earlier wins over the later.
enum MergeKeys {
  /// The entries of a mapping: its own as they are written, then the merged ones.
  static func resolve(
    _ written: [YAMLEntry], in source: SourcePlaces, _ diagnostics: inout DiagnosticList
  ) -> [YAMLEntry] {
    var own: [YAMLEntry] = []
    var merged: [YAMLEntry] = []
    // Keyed by bytes: strings that look alike but differ in their scalars are different keys.
    var places: [[UInt8]: SourceRange] = [:]
    for entry in written {
      if let key = entry.keyText {
        let bytes = Array(key.utf8)
        if let first = places[bytes] {
          let shown = source.isHidden(entry.key.place) ? "<redacted>" : key
          diagnostics.append(.duplicateKey(shown, at: entry.key.place, first: first))
          continue
        }
        places[bytes] = entry.key.place
      }
      if isMerge(entry.key) {
        merged += sources(of: entry.value, &diagnostics)
      } else {
        own.append(entry)
      }
    }
    for entry in merged {
      let bytes = entry.keyText.map { Array($0.utf8) }
      if let bytes, places.updateValue(entry.key.place, forKey: bytes) != nil { continue }
      own.append(entry)
    }
    return own
  }

  private static func isMerge(_ key: YAMLNode) -> Bool {
    guard case .scalar(let scalar) = key.content else { return false }
    return scalar.tag == "tag:yaml.org,2002:merge"
      || (scalar.tag == nil && scalar.style == .plain && scalar.text == "<<")
  }

  private static func sources(
    of value: YAMLNode, _ diagnostics: inout DiagnosticList
  ) -> [YAMLEntry] {
    switch value.content {
    case .mapping(let entries): return entries
    case .sequence(let nodes):
      return nodes.flatMap { node in
        if case .mapping(let entries) = node.content { return entries }
        diagnostics.append(.mergeOfNoMapping(at: node.place))
        return []
      }
    case .scalar:
      diagnostics.append(.mergeOfNoMapping(at: value.place))
      return []
    }
  }
}
