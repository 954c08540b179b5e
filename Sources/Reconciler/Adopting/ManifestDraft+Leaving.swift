import ModelManifests

/// Leaving out of a draft what a manifest cannot say, each time with a remark in its place.
extension ManifestDraft {
  /// Something that cannot stand in the manifest.
  struct Trouble {
    /// The field; empty for the model as a whole.
    let path: FieldPath
    /// How the value stands in the file, where that is known.
    let written: String?
    /// Why.
    let reason: String
    /// Whether somebody might use it who sees it.
    var isSecret = false

    /// What is said about it.
    var remark: String { "`\(path)` stays as the catalog has it: \(reason)" }
  }

  /// Leaves fields out, one of each part; gives those that were there and could be left out.
  ///
  /// What is wrong besides with the same feature may be settled by it, so that is for another pass.
  mutating func leave(_ troubles: [Trouble]) -> [Trouble] {
    var parts: Set<FieldPath> = []
    return troubles.filter { trouble in
      let part = FieldPath(Array(trouble.path.segments.prefix(2)))
      let rest = Self.leaving(trouble, trouble.path.segments[...], lines)
      guard let rest, parts.insert(part).inserted else { return false }
      lines = rest
      return true
    }
  }

  private static let needed: Set<String> = ["serviceName", "service", "name", "algorithm"]

  /// What is left of a value.
  private enum Rest {
    case nothing
    case some(YAMLValue)
    /// The remark stands inside of it.
    case remarked(YAMLValue)
  }

  /// A mapping without what a path names; nil when there is none such, or it must stay.
  private static func leaving(
    _ trouble: Trouble, _ path: ArraySlice<FieldPath.Segment>, _ lines: [YAMLValue.Line]
  ) -> [YAMLValue.Line]? {
    guard case .member(let name)? = path.first, let index = place(of: name, in: lines),
      let key = lines[index].key, let value = lines[index].value
    else { return nil }
    var lines = lines
    switch rest(trouble, path.dropFirst(), value, of: key) {
    case .remarked(let value):
      lines[index] = .member(key, value)
      return lines
    case .some(let value) where !value.isNothingSaid: lines[index] = .member(key, value)
    case .some, .nothing:
      if path.count == trouble.path.segments.count, needed.contains(key) { return nil }
      lines.remove(at: index)
    }
    lines.insert(.remark(trouble.remark), at: index)
    return lines
  }

  /// A value without what the rest of a path names.
  private static func rest(
    _ trouble: Trouble, _ path: ArraySlice<FieldPath.Segment>, _ value: YAMLValue, of key: String
  ) -> Rest {
    switch value {
    case .mapping(var lines):
      // What custom properties are made of is theirs.
      guard case .member(let name)? = path.first, let index = place(of: name, in: lines) else {
        return .nothing
      }
      lines.remove(at: index)
      return .some(.mapping(lines))
    case .list(let items):
      // The sources of a feature are one value.
      if key == "featureSources" { return .nothing }
      guard case .element(let name)? = path.first else {
        let rest = items.filter { item in
          guard case .text(let text) = item else { return true }
          return YAMLText.scalar(text) != trouble.written
        }
        return rest.count == items.count ? .nothing : .some(.list(rest))
      }
      guard let index = items.firstIndex(where: { $0.isEntry(name) }) else { return .nothing }
      return rest(trouble, path.dropFirst(), entry: index, of: items)
    case .text, .plain, .nothing: return .nothing
    }
  }

  /// A list without what a path names inside of an entry, or without the entry.
  private static func rest(
    _ trouble: Trouble, _ path: ArraySlice<FieldPath.Segment>, entry index: Int,
    of items: [YAMLValue]
  ) -> Rest {
    var items = items
    if case .member(let name)? = path.first, !["name", "dataType", "value"].contains(name),
      let rest = leaving(trouble, path, items[index].lines)
    {
      items[index] = .mapping(rest)
      return .remarked(.list(items))
    }
    items.remove(at: index)
    return .some(.list(items))
  }

  /// Where a member stands; the domains of a model are said by either key.
  private static func place(of name: String, in lines: [YAMLValue.Line]) -> Int? {
    let names = ["domain", "domains"].contains(name) ? ["domain", "domains"] : [name]
    return lines.firstIndex { line in line.key.map(names.contains) == true }
  }
}

extension YAMLValue {
  /// Whether nothing is left of a mapping or a list.
  fileprivate var isNothingSaid: Bool {
    switch self {
    case .mapping(let lines): !lines.contains { $0.key != nil }
    case .list(let items): items.isEmpty
    case .text, .plain, .nothing: false
    }
  }

  /// Whether an item of a list is the one of a name.
  fileprivate func isEntry(_ name: String) -> Bool {
    switch self {
    case .text(let text): text == name
    case .mapping(let lines):
      lines.contains { $0 == .member("name", .text(name)) }
    case .plain, .nothing, .list: false
    }
  }
}
