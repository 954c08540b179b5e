public import JSONDocuments

/// A tag or glossary term on an entity (OpenMetadata's `TagLabel`).
public struct TagLabel: Sendable, Hashable {
  /// The source of glossary terms.
  public static let glossary = "Glossary"

  /// The fully qualified name of the tag or term.
  public var tagFQN: String
  /// `Classification` or `Glossary`.
  public var source: String
  /// `Manual`, `Propagated`, `Automated`, `Derived` or `Generated`.
  public var labelType: String
  /// `Suggested` or `Confirmed`.
  public var state: String

  /// Makes a label that a person would have set.
  public init(tagFQN: String, source: String = "Classification") {
    self.tagFQN = tagFQN
    self.source = source
    self.labelType = "Manual"
    self.state = "Confirmed"
  }

  /// Reads a label leniently; nil without `tagFQN`.
  public init?(_ document: JSON) {
    guard let tagFQN = document["tagFQN"]?.string else { return nil }
    self.tagFQN = tagFQN
    self.source = document["source"]?.string ?? "Classification"
    self.labelType = document["labelType"]?.string ?? "Manual"
    self.state = document["state"]?.string ?? "Confirmed"
  }

  /// The names of the tags of classifications among labels, sorted, those left out that are
  /// only suggested.
  static func names(_ labels: JSON?) -> [String] {
    (labels?.array ?? []).compactMap { TagLabel($0) }
      .filter { $0.source != glossary && $0.state == "Confirmed" }.map(\.tagFQN).sorted()
  }

  /// Whether somebody set it, as against derived, propagated or suggested by the server.
  public var isManual: Bool { labelType == "Manual" && state == "Confirmed" }

  /// Whether it is a tier.
  public var isTier: Bool { source == "Classification" && tagFQN.hasPrefix("Tier.") }

  /// The four members that the server's schema requires.
  public var document: JSON {
    [
      "tagFQN": .string(tagFQN), "source": .string(source), "labelType": .string(labelType),
      "state": .string(state),
    ]
  }
}
