import ModelManifests
import Reconciler

/// Which entries of lists are new or gone as a whole, so that one line tells all their leaves.
struct WholeElements {
  private var elements: [FieldPath: Bool] = [:]
  private var breaking: Set<FieldPath> = []

  /// An entry is whole when the leaf that each of its kind must have comes or goes: a feature's
  /// type, a parameter's value, the name of a source.
  init(_ changes: [FieldChange]) {
    for change in changes where (change.before == nil) != (change.after == nil) {
      guard case .member(let member)? = change.path.segments.last,
        ["dataType", "value", "name"].contains(member),
        case let element = FieldPath(Array(change.path.segments.dropLast())),
        case .element? = element.segments.last,
        member != "dataType" || element.segments.count == 2
      else { continue }
      elements[element] = change.before == nil
    }
    for change in changes where change.isBreaking {
      for element in prefixes(of: change.path) where elements[element] != nil {
        breaking.insert(element)
      }
    }
  }

  /// The outermost whole entry that a leaf belongs to; nil for a leaf of its own.
  func element(of change: FieldChange) -> FieldPath? {
    prefixes(of: change.path).first { elements[$0] == (change.before == nil) }
  }

  /// Whether any of the entry's leaves breaks.
  func isBreaking(_ element: FieldPath) -> Bool { breaking.contains(element) }

  private func prefixes(of path: FieldPath) -> [FieldPath] {
    (1..<max(path.segments.count, 2)).map { FieldPath(Array(path.segments.prefix($0))) }
  }
}
