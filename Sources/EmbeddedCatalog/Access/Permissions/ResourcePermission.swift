import JSONDocuments

/// What may be done with a resource, operation by operation, and which rule decides it.
struct ResourcePermission {
  /// What comes first overrides what follows (OpenMetadata, `resourcePermission.json`).
  private enum Access: String {
    case deny, allow, conditionalDeny, conditionalAllow, notAllow

    var rank: Int {
      switch self {
      case .deny: 0
      case .allow: 1
      case .conditionalDeny: 2
      case .conditionalAllow: 3
      case .notAllow: 4
      }
    }
  }

  private struct Decision {
    let operation: MetadataOperation
    var access: Access
    var rule: PolicyRule?
  }

  private let resource: String
  private let line: ServerLine
  private var decisions: [Decision]

  /// Nothing is allowed, or everything to an administrator.
  init(_ resource: String, _ operations: [MetadataOperation], isAdmin: Bool, line: ServerLine) {
    self.resource = resource
    self.line = line
    decisions = operations.map {
      Decision(operation: $0, access: isAdmin ? .allow : .notAllow)
    }
  }

  /// Takes what a rule says of the whole resource: one with a condition decides only on condition.
  mutating func apply(_ rule: PolicyRule) {
    switch (rule.effect, rule.condition) {
    case (.deny, nil): apply(rule, .deny)
    case (.deny, _?): apply(rule, .conditionalDeny)
    case (.allow, nil): apply(rule, .allow)
    case (.allow, _?): apply(rule, .conditionalAllow)
    }
  }

  /// Takes a rule whose condition holds.
  mutating func applyUnconditionally(_ rule: PolicyRule) {
    apply(rule, rule.effect == .deny ? .deny : .allow)
  }

  private mutating func apply(_ rule: PolicyRule, _ access: Access) {
    for index in decisions.indices
    where access.rank < decisions[index].access.rank
      && rule.operations.contains(where: { $0.covers(decisions[index].operation) })
    {
      decisions[index].access = access
      decisions[index].rule = rule
    }
  }

  var json: JSON {
    [
      "resource": .string(resource),
      "permissions": .array(
        decisions.map { decision in
          var permission = JSONObject([
            .init(key: "operation", value: .string(decision.operation.rawValue)),
            .init(key: "access", value: .string(decision.access.rawValue)),
          ])
          if let rule = decision.rule {
            permission["rule"] = PolicyKind.shown([rule.document], line)?.array?.first
            permission["policy"] = .string(rule.policy)
            if !rule.role.isEmpty { permission["role"] = .string(rule.role) }
          }
          return .object(permission)
        }),
    ]
  }
}
