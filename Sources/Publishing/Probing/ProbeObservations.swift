import OpenMetadataEntities

/// What was observed so far, by the rules.
struct ProbeObservations {
  private var observed: [String: String] = [:]

  /// Notes what a server did.
  mutating func note(_ rule: String, _ what: String) { observed[rule] = what }

  /// Beside what is assumed, in the order of the rules.
  func compared(_ version: ServerVersion, isBot: Bool) -> [RuleObservation] {
    ServerRule.all.map { rule in
      RuleObservation(
        rule: rule.id, title: rule.title, assumed: rule.assumed(version, isBot),
        observed: observed[rule.id], source: rule.source)
    }
  }
}
