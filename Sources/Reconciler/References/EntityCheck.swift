import Diagnostics
import FullyQualifiedNames
import ModelManifests
import OpenMetadataEntities

/// Says why something that a manifest names did not resolve, and what may have been meant.
struct EntityCheck {
  let entity: NamedEntity
  /// The name as the file has it.
  let written: Located<String>
  let snapshot: CatalogSnapshot
  /// The names of what the model has in the same field now.
  let present: [String]
  /// What stands before the name in the file, such as `table:`.
  var prefix = ""

  private var what: String { entity.kind.words }

  private var name: String { String(written.value.dropFirst(prefix.count)) }

  /// The finding; nil when the thing is there, or was not looked up.
  func finding(at path: FieldPath, model: String) -> Diagnostic? {
    func finding(_ code: DiagnosticCode, _ message: String, _ hint: String) -> Diagnostic {
      Diagnostic(
        code, message, hint: hint, at: written.range, fieldPath: path.description, model: model)
    }
    switch snapshot.entities[entity] {
    case nil, .found?: return nil
    case .deleted?:
      return finding(
        .entityDeleted, "the \(what) `\(name)` was deleted in the catalog",
        "name what took its place, or restore it in the catalog")
    case .forbidden(let reason)?:
      return finding(
        .entityForbidden, "the token may not see the \(what) `\(name)`: \(reason)",
        "let an administrator give the publisher's bot the right to view it")
    case .notFound? where isTag:
      let key = TagLabel(tagFQN: entity.fullyQualifiedName).isTier ? "tier" : "tags"
      return finding(
        .entityNotFound, "the catalog has no \(what) `\(name)`",
        "it has a tag of that name: write it under `\(key)`")
    case .notFound?:
      let sameLetters = names.filter { $0.lowercased() == entity.fullyQualifiedName.lowercased() }
      if !sameLetters.isEmpty {
        return finding(
          .entityNotFound,
          "the catalog has no \(what) `\(name)`, only with other letter case",
          "write \(list(sameLetters)) if that is meant")
      }
      return finding(
        .entityNotFound, "the catalog has no \(what) `\(name)`",
        suggestion ?? "write its full name as the catalog shows it, or make it there first")
    }
  }

  /// Whether what was taken for a glossary term is a tag.
  private var isTag: Bool {
    entity.kind == .glossaryTerm && snapshot.tags[entity.fullyQualifiedName]?.entity != nil
  }

  private var names: [String] { snapshot.entityNames[entity.kind] ?? [] }

  /// Names near in spelling, else those that end alike, else what the model has now: those equally
  /// good are listed, none is picked.
  private var suggestion: String? {
    let near = SpellingSuggestion.ranked(for: entity.fullyQualifiedName, among: names)
    let last = Self.last(entity.fullyQualifiedName)
    let meant = near.isEmpty ? names.filter { Self.last($0) == last } : near
    if !meant.isEmpty { return "did you mean \(list(Array(meant.prefix(2))))?" }
    let others = present.filter { snapshot.entities[NamedEntity(entity.kind, $0)] == nil }
    guard !others.isEmpty else { return nil }
    return "the model has \(list(others)) now: write that if it is the new name"
  }

  private static func last(_ name: String) -> String? {
    (try? FullyQualifiedName(parsing: name))?.last
  }

  private func list(_ names: [String]) -> String {
    names.map { "`\(prefix)\($0)`" }.joined(separator: " or ")
  }
}
