import Diagnostics
import JSONDocuments
import ModelManifests

/// A desired model in normal form: its leaves with their origins, and what it leaves open.
struct DesiredFields: Sendable {
  /// One leaf.
  struct Leaf: Sendable {
    /// The value in normal form.
    let value: JSON
    /// What is written for it, where that is more than the value: a reference, a label.
    let payload: JSON
    /// Where it comes from.
    let origin: SourceRange
  }

  /// Where the fields come from that are not the file's.
  var origins = Origins()
  /// The leaves.
  private(set) var leaves: [FieldPath: Leaf] = [:]
  /// The leaves in the order of the file.
  private(set) var order: [FieldPath] = []
  /// Fields that the file says are empty.
  private(set) var emptied: [FieldPath: SourceRange] = [:]
  /// Fields and sets that are given in a way that cannot be used, or that nobody could tell; a
  /// finding says why.
  private var setAside: Set<FieldPath> = []
  /// Lists and sets that the file gives.
  private(set) var lists: [FieldPath: SourceRange] = [:]
  /// The entries of lists in the order of the file, outer before inner.
  private(set) var listElements: [FieldPath] = []
  /// The entries of each list, and the members of each set, in the order of the file.
  private(set) var entries: [FieldPath: [FieldPath]] = [:]
  /// Where the first leaf of each entry of a list comes from.
  private var elementOrigins: [FieldPath: SourceRange] = [:]

  /// Adds a leaf; the first of two counts.
  mutating func add(
    _ value: JSON, at path: FieldPath, from origin: SourceRange, payload: JSON? = nil
  ) {
    guard leaves[path] == nil else { return }
    leaves[path] = Leaf(value: value, payload: payload ?? value, origin: origin)
    order.append(path)
    if let set = path.memberOfSet { entries[set, default: []].append(path) }
    note(entriesOf: path, at: origin)
  }

  /// Notes the entries of lists that a path lies in, which they may do before any leaf of theirs is
  /// known.
  mutating func note(entriesOf path: FieldPath, at origin: SourceRange) {
    for element in path.listElements where elementOrigins[element] == nil {
      elementOrigins[element] = origin
      listElements.append(element)
      entries[element.parent, default: []].append(element)
    }
  }

  /// Adds a text, or that there shall be none.
  mutating func add(_ text: Given<String>, at path: FieldPath) {
    switch text {
    case .absent: break
    case .empty(let range): emptied[path] = range
    case .value(let located): add(.string(located.value), at: path, from: located.range)
    }
  }

  /// Notes that the file gives a list or set, and gives its entries.
  mutating func entries<Entry>(_ list: Given<[Entry]>, at path: FieldPath) -> [Entry] {
    switch list {
    case .absent: return []
    case .empty(let range):
      emptied[path] = range
      return []
    case .value(let located):
      if located.value.isEmpty { emptied[path] = located.range }
      lists[path] = located.range
      return located.value
    }
  }

  /// Notes that the file says a field is empty.
  mutating func empty(_ path: FieldPath, at range: SourceRange) {
    emptied[path] = range
  }

  /// Notes that a field, a list, or a member of a set is given and cannot be used, or cannot be
  /// told.
  mutating func setAside(_ path: FieldPath) {
    setAside.insert(path)
  }

  /// Whether nobody can tell what the file wants of a leaf: whoever silences the finding about that
  /// does not ask to take away what is there.
  func isSetAside(_ path: FieldPath) -> Bool {
    if setAside.isEmpty || leaves[path] != nil { return false }
    return (1...max(path.segments.count, 1)).contains { count in
      setAside.contains(FieldPath(Array(path.segments.prefix(count))))
    }
  }

  /// Where the file says that a field, or something around it, is empty.
  func emptiness(of path: FieldPath) -> SourceRange? {
    if emptied.isEmpty { return nil }
    for count in 1...max(path.segments.count, 1) {
      if let range = emptied[FieldPath(Array(path.segments.prefix(count)))] { return range }
    }
    return nil
  }

  /// Where a leaf, an entry of a list or the emptiness of a field stands in the file.
  func range(of path: FieldPath) -> SourceRange? {
    leaves[path]?.origin ?? elementOrigins[path] ?? emptiness(of: path)
  }

  /// Where a leaf, an entry of a list or the emptiness of a field comes from; nil when nothing
  /// gives it.
  func origin(of path: FieldPath) -> Origin? {
    range(of: path).map { origins.origin(of: path) ?? .file($0) }
  }

  /// What is wanted of a leaf.
  func desired(_ path: FieldPath) -> DesiredValue {
    if let leaf = leaves[path] { return .value(leaf.value) }
    return emptiness(of: path) == nil ? .absent : .empty
  }
}
