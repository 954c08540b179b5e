import Diagnostics
import FullyQualifiedNames
import ModelManifests

/// How tables that a registry names are found in the catalog.
struct RegistryTables: Sendable {
  private struct Rule: Sendable {
    let parts: [String]
    let name: FullyQualifiedName
  }

  private let rules: [Rule]

  /// Takes the rules under `registry: tables:`.
  init(_ rules: [NamePrefixRule]) {
    self.rules = rules.compactMap { rule in
      guard let prefix = try? FullyQualifiedName(parsing: rule.prefix.value),
        let name = try? FullyQualifiedName(parsing: rule.replacement.value)
      else { return nil }
      return Rule(parts: prefix.parts, name: name)
    }
  }

  /// The catalog's name of a table: by the rule with the most parts, letter case ignored, else the
  /// name itself when it has all the parts that a table's name has; nil when nothing tells.
  func name(of parts: [String]) -> FullyQualifiedName? {
    let rules = rules.filter { rule in
      rule.parts.count <= parts.count && areSame(rule.parts, parts.prefix(rule.parts.count))
    }
    if let rule = rules.max(by: { $0.parts.count < $1.parts.count }) {
      return FullyQualifiedName(rule.name.parts + parts.dropFirst(rule.parts.count))
    }
    return parts.count >= 4 ? FullyQualifiedName(parts) : nil
  }

  /// Whether a table of the catalog is the one that a registry names: its name ends with the
  /// registry's, letter case ignored, or the rules lead to it.
  func isSame(_ name: FullyQualifiedName, _ parts: [String]) -> Bool {
    if !parts.isEmpty, areSame(name.parts.suffix(parts.count), parts) { return true }
    return self.name(of: parts).map { areSame($0.parts, name.parts) } ?? false
  }

  private func areSame(_ left: some Sequence<String>, _ right: some Sequence<String>) -> Bool {
    left.elementsEqual(right) { $0.lowercased() == $1.lowercased() }
  }
}
