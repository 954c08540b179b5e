public import Diagnostics
import ModelManifests

/// What a pull request takes out of a manifest and the catalog keeps all the same.
///
/// A field that the file does not give is taken out of the catalog only where the value there is
/// what this publisher published. Only a comparison tells that a file once gave it.
public struct LeftInCatalog {
  private let comparison: ModelComparison
  private let manifest: ModelManifest
  private let plan: ModelPlan
  private let given: DesiredFields

  /// Takes a model whose description changed, what is desired of it, and its plan.
  public init(_ comparison: ModelComparison, _ desired: DesiredModel, _ plan: ModelPlan) {
    self.comparison = comparison
    manifest = desired.manifest
    self.plan = plan
    given = WrittenFields(desired.manifest).fields
  }

  /// One finding for each field, member of a set or entry of a list, however many leaves it has.
  public var findings: [Diagnostic] {
    var told: Set<FieldPath> = []
    return comparison.changes.compactMap { change in
      guard change.after == nil, given.leaves[change.path] == nil else { return nil }
      let subject = subject(of: change.path)
      guard isLeft(subject), told.insert(subject).inserted else { return nil }
      var range: SourceRange?
      if case .file(let place) = change.origin { range = place }
      return Diagnostic(
        .leftInCatalog,
        "`\(subject)` is taken out of the file, and the catalog keeps it: what is there is not what "
          + "this publisher published",
        hint: hint(for: subject), at: range, fieldPath: subject.description,
        model: comparison.fullyQualifiedName)
    }
  }

  /// What is told: the outermost entry of a list that the file has no more, else the leaf itself.
  private func subject(of path: FieldPath) -> FieldPath {
    path.listElements.first { !given.listElements.contains($0) } ?? path
  }

  /// Whether the catalog will have it, without anything else being said about it.
  private func isLeft(_ subject: FieldPath) -> Bool {
    plan.expected.leaves.keys.contains { subject.covers($0) || isSame(source: subject, $0) }
      && !plan.kept.contains { subject.covers($0.path) || $0.path.covers(subject) }
      && !plan.conflicts.contains { subject.covers($0.path) }
  }

  /// Whether a leaf belongs to a source, though the catalog knows its table by the id alone.
  private func isSame(source: FieldPath, _ leaf: FieldPath) -> Bool {
    guard source.listElements.count > 1, source.parent.covers(leaf),
      let column = source.elementKey?.split(separator: ".").last,
      let other = leaf.listElements.last?.elementKey?.split(separator: ".").last
    else { return false }
    return column == other
  }

  private func hint(for subject: FieldPath) -> String {
    if let set = subject.memberOfSet {
      // Of a set that the file does not give at all, nothing is the file's.
      return given.lists[set] == nil
        ? "if it is to go, remove it in the catalog, or write `\(set.lastMember): []` into the file, "
          + "which takes out all of them"
        : "if it is to go, remove it in the catalog, or set ownership: {\(set.yamlKey): manifest}, "
          + "by which the file's are the only ones"
    }
    if subject == subject.listElements.last {
      let isLast = !given.listElements.contains { $0.parent == subject.parent }
      return "if it is to go, remove it in the catalog"
        + (isLast ? ", or give the file an empty list: `\(subject.parent.lastMember): []`" : "")
    }
    return
      "if it is to go, write `\(subject.lastMember): null` into the file, or remove it in the catalog"
  }
}

extension FieldPath {
  /// The key that the path ends with.
  fileprivate var lastMember: String {
    if case .member(let name)? = segments.last { name } else { "" }
  }
}
