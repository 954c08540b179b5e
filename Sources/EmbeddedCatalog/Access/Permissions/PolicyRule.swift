import JSONDocuments

/// A rule of a policy, with the role that brings it.
struct PolicyRule: Sendable {
  enum Effect { case allow, deny }

  /// Empty for a policy that everybody has.
  let role: String
  let policy: String
  let name: String
  let effect: Effect
  let operations: [MetadataOperation]
  let resources: [String]
  let condition: String?
  /// The rule as the policy has it.
  let document: JSON

  /// The rules of a policy in their order.
  static func rules(of policy: EntityRow, role: String) -> [PolicyRule] {
    (policy.document["rules"]?.array ?? []).map { rule in
      PolicyRule(
        role: role, policy: policy.name, name: rule["name"]?.string ?? "",
        effect: rule["effect"]?.string == "deny" ? .deny : .allow,
        operations: (rule["operations"]?.array ?? []).compactMap {
          $0.string.flatMap(MetadataOperation.init(rawValue:))
        },
        resources: (rule["resources"]?.array ?? []).compactMap(\.string),
        condition: rule["condition"]?.string.flatMap { $0.isEmpty ? nil : $0 }, document: rule)
    }
  }

  /// Whether the rule speaks of a resource such as `mlmodel`.
  func concerns(_ resource: String) -> Bool {
    resources.isEmpty || resources[0].lowercased() == "all" || resources.contains(resource)
  }
}
