public import Diagnostics

/// What a project demands of its models beyond what a catalog needs; nothing unless it says so.
public struct RulesConfig: Sendable, Equatable {
  /// What a model or feature must have.
  public enum Requirement: String, Sendable, Hashable, CaseIterable {
    /// An owner.
    case owner
    /// A description that says something.
    case description
    /// A tier.
    case tier
    /// A description of each feature.
    case featureDescription
    /// A table that each feature is made from.
    case featureSource
  }

  /// What must be there.
  public var required: Set<Requirement> = []
  /// Tags of columns that the features made from them must carry too, `*` for any text.
  public var sensitiveTags: [Located<String>] = []
  /// Tags of tables that nothing new should be made from, `*` for any text.
  public var deprecatedTags: [Located<String>] = []

  /// Makes the rules of a project that has none.
  public init() {}
}
