import JSONDocuments
import OpenMetadataEntities
import Reconciler

/// Compares a section of a lock with what was read now.
struct LockComparison {
  /// What differs, by kind and name.
  private(set) var differences: [LockDifference] = []

  private let pointer: [String]
  /// The texts of the catalog that are not what the files give.
  private let edited: Set<[String]>

  /// - Parameters:
  ///   - old: The section of the lock; empty when there was none.
  ///   - new: The section as it would be now.
  ///   - prose: The texts that the catalog has now.
  ///   - pointer: The way to the section.
  init(_ old: LockSection, _ new: LockSection, prose: [LiveProse], at pointer: [String]) {
    self.pointer = pointer
    edited = Set(prose.filter { !$0.isOfFile }.map { [$0.model, $0.path] })
    let (old, new) = (old.document, new.document)
    compareVersions(old["openMetadata"], new["openMetadata"])
    for (kind, word) in Self.kinds { compare(old[kind], new[kind], kind, word) }
    let kinds = Set((old["entities"]?.object?.keys ?? []) + (new["entities"]?.object?.keys ?? []))
    for kind in kinds.sorted() {
      let word = NamedEntity.Kind(rawValue: kind)?.words ?? kind
      compare(old["entities"]?[kind], new["entities"]?[kind], "entities", word, kind)
    }
    compareProse(old["prose"], new["prose"])
  }

  private static let kinds = [
    ("tables", "table"), ("tags", "tag"), ("users", "user"), ("teams", "team"),
    ("customProperties", "custom property"), ("registrations", "registered model"),
  ]

  private mutating func compareVersions(_ old: JSON?, _ new: JSON?) {
    guard let old = old?.string, let new = new?.string, old != new else { return }
    differences.append(
      LockDifference(
        kind: "server", subject: "OpenMetadata",
        change: .changed(["its version is \(new), \(old) in the lock"]),
        pointer: pointer + ["openMetadata"], isTelling: true))
  }

  private mutating func compare(
    _ old: JSON?, _ new: JSON?, _ kind: String, _ word: String, _ nested: String? = nil
  ) {
    let (old, new) = (old?.entries ?? [:], new?.entries ?? [:])
    for name in Set(old.keys).union(new.keys).sorted() {
      let change: LockDifference.Change
      var isTelling = true
      switch (old[name], new[name]) {
      case (nil, _): change = .added
      case (_, nil): change = .removed
      case (let old?, let new?):
        if old == new { continue }
        let details = EntryComparison(old, new).details
        // The version of a table moves with every word that somebody writes about it.
        isTelling = !details.isEmpty
        change = .changed(details)
      }
      differences.append(
        LockDifference(
          kind: word, subject: "the \(word) `\(name)`", change: change,
          pointer: pointer + [kind] + [nested, name].compactMap { $0 }, isTelling: isTelling))
    }
  }

  private mutating func compareProse(_ old: JSON?, _ new: JSON?) {
    for model in Self.names(old, new) {
      for path in Self.names(old?[model], new?[model]) {
        let (before, after) = (old?[model]?[path], new?[model]?[path])
        if before == after { continue }
        differences.append(
          LockDifference(
            kind: "text", subject: "the text `\(path)` of `\(model)`",
            change: before == nil ? .added : after == nil ? .removed : .changed([]),
            pointer: pointer + ["prose", model, path],
            // What the files give needs nobody's notice.
            isTelling: after != nil && edited.contains([model, path])))
      }
    }
  }

  private static func names(_ old: JSON?, _ new: JSON?) -> [String] {
    Set((old?.object?.keys ?? []) + (new?.object?.keys ?? [])).sorted()
  }
}
