import JSONDocuments

/// Whether the principal's roles allow what a request asks for.
struct Authorizer {
  let context: CatalogContext

  init(_ context: CatalogContext) { self.context = context }

  /// - Throws: 403 for operations that no rule allows or one denies.
  func demand(
    _ operations: [MetadataOperation], _ kind: any EntityKind, _ row: EntityRow?
  ) throws(CatalogFault) {
    if context.principal.isAdmin { return }
    var open = operations
    for rule in try rules(for: kind.type) {
      if rule.effect == .allow, open.isEmpty { return }
      guard rule.operations.contains(where: { rule in operations.contains(where: rule.covers) }),
        try holds(rule.condition, for: row)
      else { continue }
      switch rule.effect {
      case .deny:
        for operation in operations where rule.operations.contains(where: { $0.covers(operation) })
        {
          throw .forbidden(
            "\(described) operation \(operation.rawValue) denied by role \(rule.role), "
              + "policy \(rule.policy), rule \(rule.name)")
        }
      case .allow:
        open.removeAll { operation in rule.operations.contains { $0.covers(operation) } }
      }
    }
    if open.isEmpty { return }
    throw .forbidden(
      "\(described) operations [\(open.map(\.rawValue).joined(separator: ", "))] not allowed")
  }

  /// Whether a policy of the principal denies an operation on every entity of a kind.
  func denies(_ operation: MetadataOperation, _ kind: any EntityKind) throws(CatalogFault) -> Bool {
    if context.principal.isAdmin { return false }
    for rule in try rules(for: kind.type) where rule.effect == .deny {
      if rule.operations.contains(where: { $0.covers(operation) }),
        try holds(rule.condition, for: nil)
      {
        return true
      }
    }
    return false
  }

  /// The rules of every role of the principal and those for everybody; what denies comes first.
  func rules(for resource: String) throws(CatalogFault) -> [PolicyRule] {
    let rules = try policies().flatMap { PolicyRule.rules(of: $0.policy, role: $0.role) }
      .filter { $0.concerns(resource) }
    return rules.filter { $0.effect == .deny } + rules.filter { $0.effect == .allow }
  }

  /// - Throws: 403 unless the principal administers the catalog.
  func demandAdministrator() throws(CatalogFault) {
    if !context.principal.isAdmin { throw .forbidden("\(described) is not admin") }
  }

  var described: String {
    "Principal: CatalogPrincipal{name='\(context.principal.name)'}"
  }

  private func policies() throws(CatalogFault) -> [(role: String, policy: EntityRow)] {
    var found: [(String, EntityRow)] = []
    if let policy = try context.session.entity("policy", named: "OrganizationPolicy") {
      found.append(("", policy))
    }
    guard let user = try context.session.entity("user", id: context.principal.id) else {
      return found
    }
    var roles = try references(user.document["roles"])
    for team in try TeamHierarchy.teams(user.document["teams"], context.session) {
      roles += try references(team.document["defaultRoles"])
      for policy in try references(team.document["policies"]) { found.append(("", policy)) }
    }
    // Everybody belongs to the organization, whose default role is the consumer's.
    if let consumer = try context.session.entity("role", named: "DataConsumer") {
      roles.append(consumer)
    }
    for role in roles {
      for policy in try references(role.document["policies"]) { found.append((role.name, policy)) }
    }
    return found
  }

  private func references(_ value: JSON?) throws(CatalogFault) -> [EntityRow] {
    var rows: [EntityRow] = []
    for reference in value?.array ?? [] {
      if let id = reference["id"]?.string, let row = try context.session.entity(id: id),
        !row.isDeleted
      {
        rows.append(row)
      }
    }
    return rows
  }

  /// The two conditions of the policies that come with the catalog; any other one never holds.
  ///
  /// Who owns what an entity lies in, owns the entity until it has owners of its own.
  func holds(_ condition: String?, for row: EntityRow?) throws(CatalogFault) -> Bool {
    switch condition {
    case nil, "": return true
    case "noOwner()":
      return try row.map { (row) throws(CatalogFault) in
        try EntityPresenter(context).owners(of: row).isEmpty
      } ?? false
    case "isOwner()":
      guard let row else { return false }
      var mine = [context.principal.id]
      if let user = try context.session.entity("user", id: context.principal.id) {
        mine += (user.document["teams"]?.array ?? []).compactMap { $0["id"]?.string }
      }
      return try EntityPresenter(context).owners(of: row).contains { owner in
        owner["id"]?.string.map(mine.contains) ?? false
      }
    default: return false
    }
  }
}
