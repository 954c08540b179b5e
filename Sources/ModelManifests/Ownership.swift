public import Diagnostics

/// Who owns which fields: the `ownership:` of a manifest, or of the project config.
public struct Ownership: Sendable, Equatable {
  /// One entry: the fields and who owns them.
  public struct Rule: Sendable, Equatable {
    /// The fields.
    public var pattern: FieldPathPattern
    /// Their owner.
    public var owner: FieldOwner
    /// Where the entry stands.
    public var range: SourceRange

    /// Makes an entry.
    public init(pattern: FieldPathPattern, owner: FieldOwner, range: SourceRange) {
      self.pattern = pattern
      self.owner = owner
      self.range = range
    }
  }

  /// The entries in the order of the file.
  public var rules: [Rule]

  /// Makes rules; none by default.
  public init(_ rules: [Rule] = []) {
    self.rules = rules
  }

  /// The owner of a field by the rule with the most steps, the later of two equals; nil when no
  /// rule covers it.
  public func owner(of path: FieldPath) -> FieldOwner? {
    var best: Rule?
    for rule in rules where rule.pattern.covers(path) {
      if rule.pattern.segments.count >= best?.pattern.segments.count ?? 0 { best = rule }
    }
    return best?.owner
  }
}
