import Diagnostics
import FullyQualifiedNames

extension [NamePrefixRule] {
  /// A fully qualified name with its first parts replaced by the rule of the longest prefix.
  ///
  /// Nil when no rule holds for it. Letter case matters.
  public func renamed(_ name: String) -> String? {
    guard let parts = try? FullyQualifiedName(parsing: name).parts else { return nil }
    var best: (length: Int, replacement: [String])?
    for rule in self {
      guard let prefix = try? FullyQualifiedName(parsing: rule.prefix.value).parts,
        let replacement = try? FullyQualifiedName(parsing: rule.replacement.value).parts,
        parts.starts(with: prefix), prefix.count > best?.length ?? 0
      else { continue }
      best = (prefix.count, replacement)
    }
    return best.flatMap { best in
      let renamed = FullyQualifiedName(best.replacement + parts.dropFirst(best.length))
      return try? renamed.text(.doublesQuotes)
    }
  }
}
