import Diagnostics
import YAMLSource

/// One document of a manifest with the values of the command line put in.
///
/// They are put in before anything is decoded, so that all rules hold for them as if the file gave
/// them.
struct OverriddenDocument {
  /// The document.
  private(set) var root: YAMLNode
  /// Which of the values are meant for this model.
  private(set) var matches: Set<Int> = []
  /// What could not be put in, by the place of its path.
  private(set) var problems: [Located<FieldPathError>] = []
  /// The model's name, and its fully qualified name.
  let names: [String]

  init(_ root: YAMLNode, _ overrides: FieldOverrides, config: ProjectConfig) {
    self.root = root
    names = Self.names(root, config)
    guard case .mapping = root.content else { return }
    for (index, override) in overrides.items.enumerated() {
      if let model = override.model, !names.contains(model.value) { continue }
      matches.insert(index)
      do throws(FieldPathError) {
        self.root = try Self.put(
          override, into: self.root, override.path.value.segments[...], below: FieldPath([]))
      } catch {
        problems.append(Located(error, at: override.path.range))
      }
    }
  }

  private static func names(_ root: YAMLNode, _ config: ProjectConfig) -> [String] {
    guard let name = root.member("name")?.filledText else { return [] }
    let service =
      root.member("serviceName")?.filledText ?? root.member("service")?.member("name")?.filledText
      ?? config.service?.name ?? ServiceManifest.defaultName
    let model = ModelManifest(
      range: root.range, service: ServiceManifest(name: service),
      name: Located(name, at: root.range))
    return [name, model.findingsKey]
  }

  /// The node with the value at the end of the steps; mappings that are missing on the way are made.
  private static func put(
    _ override: FieldOverride, into node: YAMLNode?, _ steps: ArraySlice<FieldPath.Segment>,
    below path: FieldPath
  ) throws(FieldPathError) -> YAMLNode {
    guard let step = steps.first else {
      let scalar = YAMLScalar(text: override.value.value, style: .doubleQuoted)
      return YAMLNode(.scalar(scalar), range: override.value.range)
    }
    switch step {
    case .member(let name):
      return try putMember(override, name, into: node, steps.dropFirst(), below: path.member(name))
    case .element(let key):
      return try putElement(override, key, into: node, steps.dropFirst(), below: path)
    }
  }

  private static func putMember(
    _ override: FieldOverride, _ name: String, into node: YAMLNode?,
    _ rest: ArraySlice<FieldPath.Segment>, below path: FieldPath
  ) throws(FieldPathError) -> YAMLNode {
    let place = override.path.range
    var entries: [YAMLEntry] = []
    if let node, !node.isNull {
      // What is no mapping is told when the manifest is decoded.
      guard case .mapping(let own) = node.content else { return node }
      entries = own
    }
    let index = entries.firstIndex { $0.keyText == name }
    let value = try put(override, into: index.map { entries[$0].value }, rest, below: path)
    if let index {
      entries[index] = YAMLEntry(key: entries[index].key, value: value)
    } else {
      let key = YAMLNode(.scalar(YAMLScalar(text: name)), range: place)
      entries.append(YAMLEntry(key: key, value: value))
    }
    return YAMLNode(
      .mapping(entries), range: node?.range ?? place, aliasRange: node?.aliasRange,
      firstKeyRange: node?.firstKeyRange ?? place)
  }

  private static func putElement(
    _ override: FieldOverride, _ key: String, into node: YAMLNode?,
    _ rest: ArraySlice<FieldPath.Segment>, below path: FieldPath
  ) throws(FieldPathError) -> YAMLNode {
    var items: [YAMLNode] = []
    if let node, !node.isNull {
      guard case .sequence(let own) = node.content else { return node }
      items = own
    }
    let keys = items.map { FeatureSourceManifest.elementKey(of: $0) ?? "" }
    guard let index = keys.firstIndex(of: key) else {
      let closest = SpellingSuggestion.best(for: key, among: keys)
      throw FieldPathError(
        "`\(path)` has no element `\(key)`",
        hint: closest.map { "did you mean `\(path.element($0))`?" }
          ?? "elements are added in the file")
    }
    items[index] = try put(override, into: items[index], rest, below: path.element(key))
    return YAMLNode(
      .sequence(items), range: node?.range ?? override.path.range, aliasRange: node?.aliasRange)
  }
}

extension YAMLNode {
  /// The value of a key, when this is a mapping that has it.
  fileprivate func member(_ name: String) -> YAMLNode? {
    guard case .mapping(let entries) = content else { return nil }
    return entries.first { $0.keyText == name }?.value
  }
}
