import Diagnostics
import JSONDocuments
import ModelManifests
import OpenMetadataEntities
import TestSupport
import Testing

@testable import Reconciler

/// A catalog of one model without a server: what a plan's write does to it, and what others do.
struct SmallCatalog {
  static let name = "CustomMLService.churn"

  var document: JSON?
  var history: [MlModel] = []
  var edges: [LineageEdge] = []
  var tables: [Table] = [SmallCatalog.orders, SmallCatalog.users]
  var deletedTables: Set<String> = []
  var forbiddenTables: Set<String> = []
  var neighbours: [String] = []
  var services: [MlModelService] = []
  var entities = SmallCatalog.everyEntity
  var customProperties: Lookup<[CustomProperty]> = .found(SmallCatalog.properties)
  var principal = Principal(name: "publisher", isBot: true)
  var version = "1.5.10"
  var findings = DiagnosticList()
  /// Whether patches of one user within ten minutes make one version, as on a server.
  var foldsPatches = false
  /// Whether former versions tell no more of owners than their ids, as a server's do.
  var hasBareReferences = false
  private var isPatched = false
  private var clock: Int64 = 1_763_000_000_000

  static let tags = ["PII.None", "PII.Sensitive", "Tier.Tier1", "Tier.Tier2"]

  static let orders = table(
    "orders",
    [
      ("order_id", "INT"), ("created_at", "TIMESTAMPZ"), ("restaurant_id", "INT"),
      ("user_id", "INT"), ("last_update", "TIMESTAMPZ"),
    ])
  static let users = table("users", [("premium", "BOOLEAN"), ("total_orders", "INT")])

  /// Things that manifests may name.
  static let everyEntity: [NamedEntity: Lookup<EntityReference>] = Dictionary(
    uniqueKeysWithValues: [
      (.glossaryTerm, "Business.Revenue"), (.glossaryTerm, "Business.Income"),
      (.domain, "Finance"), (.domain, "Logistics"), (.dataProduct, "Revenue"),
      (.dashboard, "superset.revenue"), (.dashboard, "superset.costs"), (.user, "jane.doe"),
    ].map { (kind: NamedEntity.Kind, name: String) in
      (NamedEntity(kind, name), .found(reference(kind, name)))
    })

  static func reference(_ kind: NamedEntity.Kind, _ name: String) -> EntityReference {
    EntityReference(
      id: "id-of-\(name)", type: kind.rawValue,
      name: kind.isPerson ? name : name.split(separator: ".").last.map(String.init),
      fullyQualifiedName: name)
  }

  static let properties = [
    CustomProperty(name: "costCenter", type: "integer"),
    CustomProperty(name: "share", type: "number"),
    CustomProperty(name: "note", type: "markdown"),
    CustomProperty(
      name: "regions", type: "enum", config: ["values": ["eu", "us"], "multiSelect": true]),
    CustomProperty(name: "stage", type: "enum", config: ["values": ["test", "live"]]),
    CustomProperty(name: "reviewed", type: "date-cp", config: "yyyy-MM-dd"),
    CustomProperty(name: "contact", type: "email"),
    CustomProperty(name: "retention", type: "duration"),
    CustomProperty(name: "window", type: "timeInterval"),
    CustomProperty(name: "approver", type: "entityReference", config: ["user"]),
    CustomProperty(
      name: "related", type: "entityReferenceList", config: ["dashboard", "glossaryTerm"]),
    CustomProperty(name: "limits", type: "table-cp", config: ["columns": ["name", "value"]]),
    CustomProperty(name: "card", type: "hyperlink-cp"),
    CustomProperty(name: "newer", type: "somethingNewer"),
  ]

  static func table(_ name: String, _ columns: [(String, String)]) -> Table {
    let path = "demo_pg.postgres.public.\(name)"
    return Table(
      id: "id-of-\(name)", name: name, fullyQualifiedName: path,
      columns: columns.map { Column(name: $0, fullyQualifiedName: "\(path).\($0)", dataType: $1) })
  }

  var model: MlModel? { document.flatMap { MlModel($0) } }

  /// What the rounds of reading give.
  func snapshot(
    for desired: [DesiredModel], _ options: PlanOptions = PlanOptions()
  ) throws -> CatalogSnapshot {
    let server = try #require(ServerVersion(version))
    var snapshot = CatalogSnapshot(
      serverURL: "http://localhost:8585", capabilities: Capabilities(version: server))
    for model in desired {
      let keys = model.keys(snapshot.capabilities)
      for key in keys.models { snapshot.models[key] = modelLookup(key) }
      read(keys, into: &snapshot)
    }
    read(Planner.followUpKeys(desired, snapshot, options), into: &snapshot)
    read(Planner.followUpKeys(desired, snapshot, options), into: &snapshot)
    return snapshot
  }

  func read(_ keys: CatalogKeys, into snapshot: inout CatalogSnapshot) {
    for key in keys.tags {
      snapshot.tags[key] = Self.tags.contains(key) ? .found(TagLabel(tagFQN: key)) : .notFound
    }
    for key in keys.entities { snapshot.entities[key] = entities[key] ?? .notFound }
    for key in keys.tables { snapshot.tables[key] = lookup(key) }
    for key in keys.users { snapshot.users[key] = user(key) }
    for key in keys.teams { snapshot.teams[key] = team(key) }
    if keys.customProperties { snapshot.customProperties = customProperties }
    for kind in keys.entityNames {
      snapshot.entityNames[kind] =
        entities.keys.filter { $0.kind == kind }.map(\.fullyQualifiedName).sorted()
    }
    for key in keys.neighbours {
      snapshot.neighbours[key] = neighbours + tables.map(\.fullyQualifiedName)
    }
    for key in keys.tagNeighbours {
      snapshot.tagNeighbours[key] = SmallCatalog.tags.filter { $0.prefix(3) == key.prefix(3) }
    }
    if keys.services { snapshot.services = services }
    for key in keys.edges { snapshot.edges[key] = edges }
    if !keys.history.isEmpty { snapshot.principal = principal }
    for key in keys.history { snapshot.history[key] = toldHistory }
  }

  private func modelLookup(_ key: String) -> Lookup<MlModel> {
    guard let model, model.fullyQualifiedName == key else { return .notFound }
    return model.isDeleted ? .deleted(model) : .found(model)
  }

  private func lookup(_ key: String) -> Lookup<Table> {
    if forbiddenTables.contains(key) { return .forbidden("not allowed") }
    guard let table = tables.first(where: { $0.fullyQualifiedName == key }) else {
      return .notFound
    }
    return deletedTables.contains(key) ? .deleted(table) : .found(table)
  }

  private func user(_ name: String) -> Lookup<User> {
    guard ["jane.doe", "joe"].contains(name) else { return .notFound }
    return .found(
      User(
        reference: EntityReference(
          id: "id-of-\(name)", type: "user", name: name, fullyQualifiedName: name),
        email: "\(name)@example.com"))
  }

  private func team(_ name: String) -> Lookup<Team> {
    guard ["Data Science", "Engineering"].contains(name) else { return .notFound }
    return .found(
      Team(
        reference: EntityReference(
          id: "id-of-\(name)", type: "team", name: name, fullyQualifiedName: name),
        teamType: name == "Engineering" ? "Department" : "Group"))
  }

  /// The manifests of a text.
  static func desired(_ yaml: String) throws -> [DesiredModel] {
    var diagnostics = DiagnosticList()
    let file = ManifestFile(
      SourceFile(path: "ml_model.yaml", bytes: Array(yaml.utf8)), diagnostics: &diagnostics)
    #expect(!diagnostics.contains(atLeast: .error), "\(diagnostics.items.map(\.message))")
    return Merge.desiredModels(of: file.models, diagnostics: &diagnostics)
  }

  /// The plan for a manifest; what it finds is in `findings` afterwards.
  mutating func plan(_ yaml: String, _ options: PlanOptions = PlanOptions()) throws -> ModelPlan {
    let desired = try Self.desired(yaml)
    findings = DiagnosticList()
    let snapshot = try snapshot(for: desired, options)
    let plan = Planner.plan(desired, snapshot, options, diagnostics: &findings)
    return try #require(plan.models.first)
  }

  /// Plans and writes.
  @discardableResult
  mutating func publish(
    _ yaml: String, _ options: PlanOptions = PlanOptions()
  ) throws -> ModelPlan {
    let plan = try plan(yaml, options)
    apply(plan)
    return plan
  }

  /// What the write of a plan does.
  mutating func apply(_ plan: ModelPlan) {
    switch plan.write {
    case .none: break
    case .restore: edit(by: principal.name) { $0["deleted"] = nil }
    case .create(let body):
      var object = body.object ?? JSONObject()
      // A request names what the entity refers to.
      for (member, kind) in Self.named {
        object[member] = body[member].flatMap { value in
          if let name = value.string { return Self.reference(kind, name).document }
          return .array(
            (value.array ?? []).compactMap(\.string).map { Self.reference(kind, $0).document })
        }
      }
      object["id"] = "id-of-the-model"
      object["fullyQualifiedName"] = .string(plan.fullyQualifiedName)
      object["version"] = .number(JSONNumber(lexeme: "0.1"))
      document = .object(object)
      record(by: principal.name)
    case .patch(let patch):
      var object = document?.object ?? JSONObject()
      for (member, value) in patch.members { object[member] = value }
      if fold(object, by: principal.name) { break }
      object["version"] = plan.versionAfter.map { .number($0) }
      document = .object(object)
      record(by: principal.name, isPatch: true)
    }
    for edge in plan.edges { apply(edge) }
  }

  private static let named: [(String, NamedEntity.Kind)] = [
    ("domain", .domain), ("domains", .domain), ("dataProducts", .dataProduct),
    ("dashboard", .dashboard),
  ]

  private mutating func apply(_ plan: EdgePlan) {
    if plan.action == .none { return }
    edges.removeAll { $0.fromEntity == plan.from }
    guard plan.action != .remove else { return }
    edges.append(
      LineageEdge(fromEntity: plan.from, toEntity: "id-of-the-model", details: plan.details))
  }

  /// Somebody changes the model in the catalog, by a patch or by a PUT.
  mutating func edit(
    by user: String = "steward", isPatch: Bool = true, _ change: (inout JSONObject) -> Void
  ) {
    var object = document?.object ?? JSONObject()
    change(&object)
    if isPatch, fold(object, by: user) { return }
    let number = Double(object["version"]?.number?.lexeme ?? "0.1") ?? 0.1
    let tenths = Int((number * 10).rounded()) + 1
    object["version"] = .number(JSONNumber(lexeme: "\(tenths / 10).\(tenths % 10)"))
    document = .object(object)
    record(by: user, isPatch: isPatch)
  }

  /// Time goes by.
  mutating func wait(minutes: Int64) { clock += minutes * 60_000 }

  /// Makes a patch part of the version before, when one user patched twice in a short time; one
  /// that undoes the other leads back to what was before both.
  private mutating func fold(_ object: JSONObject, by user: String) -> Bool {
    guard foldsPatches, isPatched, history.count > 1, let last = history.first,
      last.updatedBy == user, clock + 60_000 - (last.updatedAt.integer ?? 0) <= 600_000
    else { return false }
    clock += 60_000
    var object = object
    history.removeFirst()
    if Self.content(object) == Self.content(history[0].document.object ?? JSONObject()) {
      document = history[0].document
      isPatched = false
      return true
    }
    object["version"] = document?["version"]
    object["updatedAt"] = .number(JSONNumber(clock))
    object["updatedBy"] = .string(user)
    document = .object(object)
    if let model { history.insert(model, at: 0) }
    return true
  }

  private static func content(_ object: JSONObject) -> [String: JSON] {
    var content: [String: JSON] = [:]
    for member in object.members
    where !["version", "updatedAt", "updatedBy"].contains(member.key) && member.value != [] {
      content[member.key] = member.value
    }
    return content
  }

  private mutating func record(by user: String, isPatch: Bool = false) {
    clock += 60_000
    isPatched = isPatch
    var object = document?.object ?? JSONObject()
    object["updatedAt"] = .number(JSONNumber(clock))
    object["updatedBy"] = .string(user)
    document = .object(object)
    if let model { history.insert(model, at: 0) }
  }

  private var toldHistory: [MlModel] {
    guard hasBareReferences else { return history }
    return history.prefix(1)
      + history.dropFirst().compactMap { version in
        guard var object = version.document.object else { return version }
        for set in ["owners", "domains", "dataProducts"] {
          guard let members = object[set]?.array else { continue }
          object[set] = .array(
            members.map { ["id": $0["id"] ?? .null, "type": $0["type"] ?? .null] })
        }
        return MlModel(.object(object))
      }
  }

  var codes: [DiagnosticCode] { findings.items.map(\.code) }
}

extension ModelPlan {
  /// The changes as `path: before → after`.
  var lines: [String] {
    changes.map { change in
      "\(change.path): \(change.before?.text() ?? "–") → \(change.after?.text() ?? "–")"
    }
  }
}

extension JSONObject {
  /// Changes the entry of a list that has a name.
  mutating func editEntry(_ name: String, of list: String, _ change: (inout JSONObject) -> Void) {
    var entries = self[list]?.array ?? []
    for index in entries.indices where entries[index]["name"]?.string == name {
      var entry = entries[index].object ?? JSONObject()
      change(&entry)
      entries[index] = .object(entry)
    }
    self[list] = .array(entries)
  }
}
