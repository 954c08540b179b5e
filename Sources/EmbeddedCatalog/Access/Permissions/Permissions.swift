import JSONDocuments

/// What a principal may do, without doing it.
struct Permissions {
  let context: CatalogContext

  /// The permissions of the principal, or of a user whom an administrator names.
  ///
  /// - Throws: 403 for others' permissions, 404 for a user who does not exist.
  init(_ context: CatalogContext, of user: String?) throws(CatalogFault) {
    guard let user, user != context.principal.name else {
      self.context = context
      return
    }
    try Authorizer(context).demandAdministrator()
    var other = context
    other.principal = Principal(try context.existing("user", named: user))
    self.context = other
  }

  /// Every resource by its name, `all` among them.
  func list() throws(CatalogFault) -> [JSON] {
    try list { (resource) throws(CatalogFault) in try Authorizer(context).rules(for: resource) }
  }

  /// What policies allow whoever has them.
  func list(of policies: [EntityRow]) throws(CatalogFault) -> [JSON] {
    let rules = policies.flatMap { PolicyRule.rules(of: $0, role: "") }
    return try list(isAdmin: false) { resource in rules.filter { $0.concerns(resource) } }
  }

  private func list(
    isAdmin: Bool? = nil, _ rules: (String) throws(CatalogFault) -> [PolicyRule]
  ) throws(CatalogFault) -> [JSON] {
    var found: [JSON] = []
    for resource in (["all"] + context.kinds.all.map(\.type)).sorted() {
      found.append(
        try permission(resource, isAdmin: isAdmin ?? context.principal.isAdmin, rules).json)
    }
    return found
  }

  /// One resource as a whole.
  ///
  /// - Throws: 400 for a resource that does not exist.
  func resource(_ resource: String) throws(CatalogFault) -> JSON {
    try permission(resource, isAdmin: context.principal.isAdmin) {
      (resource) throws(CatalogFault) in try Authorizer(context).rules(for: resource)
    }.json
  }

  /// One entity, of which the conditions of rules can be told.
  func entity(_ row: EntityRow) throws(CatalogFault) -> JSON {
    let authorizer = Authorizer(context)
    var permission = ResourcePermission(
      row.type, try operations(row.type), isAdmin: context.principal.isAdmin, line: context.line)
    if context.principal.isAdmin { return permission.json }
    for rule in try authorizer.rules(for: row.type) {
      if try authorizer.holds(rule.condition, for: row) { permission.applyUnconditionally(rule) }
    }
    return permission.json
  }

  private func permission(
    _ resource: String, isAdmin: Bool, _ rules: (String) throws(CatalogFault) -> [PolicyRule]
  ) throws(CatalogFault) -> ResourcePermission {
    var permission = ResourcePermission(
      resource, try operations(resource), isAdmin: isAdmin, line: context.line)
    if !isAdmin { for rule in try rules(resource) { permission.apply(rule) } }
    return permission
  }

  private func operations(_ resource: String) throws(CatalogFault) -> [MetadataOperation] {
    if resource == "all" {
      return MetadataOperation.allCases.filter { $0.exists(on: context.line) }
    }
    guard let kind = context.kinds[resource] else {
      throw .badRequest("Resource type \(resource) not found")
    }
    return MetadataOperation.known(for: kind, line: context.line)
  }
}
