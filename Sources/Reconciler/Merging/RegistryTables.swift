import Diagnostics
import FullyQualifiedNames
import ModelManifests

/// How tables that a registry names are found in the catalog.
struct RegistryTables: Sendable {
  private struct Rule: Sendable {
    let parts: [String]
    let name: FullyQualifiedName

    init?(_ rule: NamePrefixRule) {
      guard let prefix = try? FullyQualifiedName(parsing: rule.prefix.value),
        let name = try? FullyQualifiedName(parsing: rule.replacement.value)
      else { return nil }
      (parts, self.name) = (prefix.parts, name)
    }
  }

  private let rules: [Rule]
  private let aliases: [NamePrefixRule]
  private let aliasRules: [Rule]

  /// Takes the rules under `registry: tables:`, and `serviceAliases:` of the environment.
  init(_ rules: [NamePrefixRule], aliases: [NamePrefixRule] = []) {
    self.rules = rules.compactMap { Rule($0) }
    self.aliases = aliases
    aliasRules = aliases.compactMap { Rule($0) }
  }

  /// The catalog's name of a table: by the rule with the most parts, letter case ignored, else the
  /// name itself when it has all the parts that a table's name has; nil when nothing tells.
  func name(of parts: [String]) -> FullyQualifiedName? {
    let rules = rules.filter { rule in
      rule.parts.count <= parts.count && areSame(rule.parts, parts.prefix(rule.parts.count))
    }
    if let rule = rules.max(by: { $0.parts.count < $1.parts.count }) {
      return aliased(FullyQualifiedName(rule.name.parts + parts.dropFirst(rule.parts.count)))
    }
    return parts.count >= 4 ? aliased(FullyQualifiedName(parts)) : nil
  }

  /// The name in the environment that is meant.
  private func aliased(_ name: FullyQualifiedName) -> FullyQualifiedName {
    guard let text = try? name.text(.doublesQuotes), let alias = aliases.renamed(text) else {
      return name
    }
    return (try? FullyQualifiedName(parsing: alias)) ?? name
  }

  /// Whether a table of the catalog is the one that a registry names: its name ends with the
  /// registry's, letter case ignored, or the rules lead to it.
  func isSame(_ name: FullyQualifiedName, _ parts: [String]) -> Bool {
    if !parts.isEmpty,
      writtenForms(of: name).contains(where: { areSame($0.suffix(parts.count), parts) })
    {
      return true
    }
    return self.name(of: parts).map { areSame($0.parts, name.parts) } ?? false
  }

  /// A name, and how manifests may have written it before aliases replaced its first parts.
  private func writtenForms(of name: FullyQualifiedName) -> [[String]] {
    [name.parts]
      + aliasRules.filter { name.parts.starts(with: $0.name.parts) }
      .map { $0.parts + name.parts.dropFirst($0.name.parts.count) }
  }

  private func areSame(_ left: some Sequence<String>, _ right: some Sequence<String>) -> Bool {
    left.elementsEqual(right) { $0.lowercased() == $1.lowercased() }
  }
}
