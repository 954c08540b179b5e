import Diagnostics
import FullyQualifiedNames
import JSONDocuments
import ModelManifests
import OpenMetadataEntities

/// Plans the services that models belong to, each once.
struct ServicePlanning {
  let snapshot: CatalogSnapshot
  let options: PlanOptions
  private(set) var plans: [ServicePlan] = []
  private var planned: Set<String> = []
  /// What may make one doubt a new service, by its name.
  private var doubts: [String: Doubts] = [:]

  private struct Doubts {
    let isDatabaseService: Bool
    let similarName: String?
  }

  init(snapshot: CatalogSnapshot, options: PlanOptions) {
    self.snapshot = snapshot
    self.options = options
  }

  /// Notes a service that is there, since a model of it is.
  mutating func note(existing name: String) {
    add(ServicePlan(name: name, action: .none))
  }

  /// Notes the service of a model that is new or to be restored, and says what is to be said about it.
  mutating func note(needed manifest: ModelManifest) -> DiagnosticList {
    let service = manifest.service
    guard let existing = existing(service.name) else {
      let request = CreateMlModelService(
        name: service.name, serviceType: service.serviceType?.value ?? MlModelService.ownType,
        displayName: service.displayName?.value, description: service.description?.value)
      add(ServicePlan(name: service.name, action: .create, request: request.document))
      return findings(making: manifest)
    }
    if existing.isDeleted, options.restoresDeleted {
      add(ServicePlan(name: service.name, action: .restore, request: ["id": .string(existing.id)]))
      return DiagnosticList()
    }
    add(ServicePlan(name: service.name, action: .none))
    var findings = DiagnosticList()
    if existing.isDeleted {
      findings.append(
        finding(
          manifest, .serviceDeleted,
          "the service `\(service.name)` was deleted in the catalog"
            + (existing.lastEdit.map { " by \($0)" } ?? ""),
          hint: "give --restore to bring it back with all its models, or name another one"))
    }
    return findings
  }

  /// What makes one doubt that a new service of this name is meant.
  private mutating func findings(making manifest: ModelManifest) -> DiagnosticList {
    let name = manifest.service.name
    var findings = DiagnosticList()
    let doubts = doubts(about: name)
    if doubts.isDatabaseService {
      findings.append(
        finding(
          manifest, .databaseServiceName,
          "`\(name)` is the service of the tables; one for models will be made beside it",
          hint: "name a service of ML models, such as `\(ServiceManifest.defaultName)`"))
    }
    if let similar = doubts.similarName {
      findings.append(
        finding(
          manifest, .similarService,
          "the service `\(name)` will be made, but there is one called `\(similar)`",
          hint: "write `\(similar)` if that is meant"))
    }
    return findings
  }

  /// The same for each model of the service.
  private mutating func doubts(about name: String) -> Doubts {
    if let known = doubts[name] { return known }
    let names = (snapshot.services ?? []).filter { !$0.isDeleted }.map(\.name).sorted()
    let found = Doubts(
      isDatabaseService: isDatabaseService(name),
      similarName: SpellingSuggestion.best(for: name, among: names))
    doubts[name] = found
    return found
  }

  private func finding(
    _ manifest: ModelManifest, _ code: DiagnosticCode, _ message: String, hint: String
  ) -> Diagnostic {
    Diagnostic(
      code, message, hint: hint, at: manifest.service.nameRange ?? manifest.name.range,
      fieldPath: "serviceName", model: manifest.findingsKey)
  }

  /// The service of a name among those that were read.
  func existing(_ name: String) -> MlModelService? {
    snapshot.services?.first { $0.name.utf8.elementsEqual(name.utf8) }
  }

  /// Whether the tables that the manifests name belong to a service of this name.
  private func isDatabaseService(_ name: String) -> Bool {
    snapshot.tables.values.contains { lookup in
      guard let table = lookup.entity else { return false }
      let service = (try? FullyQualifiedName(parsing: table.fullyQualifiedName))?.parts.first
      return service?.utf8.elementsEqual(name.utf8) == true
    }
  }

  private mutating func add(_ plan: ServicePlan) {
    if planned.insert(plan.name).inserted { plans.append(plan) }
  }
}
