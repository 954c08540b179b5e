import EmbeddedCatalog
import JSONDocuments
import TestSupport

/// Many models of one project, each in a file of its own and trained from the sample's tables.
struct ModelFleet {
  static let service = "Fleet"

  let project: Project
  let names: [String]

  init(_ count: Int) throws {
    project = try Project("")
    names = (1...count).map { "model \($0)" }
    for name in names { try describe(name) }
    try project.write("manifests: [\"fleet_*.yaml\"]\n", to: "mlcatalog.yaml")
  }

  /// Writes the manifest of a model.
  func describe(_ name: String, algorithm: String = "XGBoost", table: String = "users") throws {
    try project.write(
      """
      serviceName: \(Self.service)
      name: \(name)
      algorithm: \(algorithm)
      mlFeatures:
        - name: is_premium
          dataType: categorical
          featureSources:
            - name: premium
              dataSourceFqn: \(SampleCatalog.schema).\(table)

      """, to: "fleet_\(name.replacing(" ", with: "_")).yaml")
  }

  /// The built program in the project.
  func publisher(_ catalog: SampleCatalog) -> PublisherProcess {
    PublisherProcess(project, host: catalog.host, token: catalog.token)
  }
}

extension SampleCatalog {
  /// Lets requests fail as a file of faults says.
  func fail(_ faults: String) throws {
    catalog.server.setFaults(try FaultFile(parsing: Array(faults.utf8)))
  }

  /// The names of the fleet's models that are in the catalog, in order.
  func fleet() async throws -> [String] {
    let list = try await catalog.require(
      "GET", "mlmodels?service=\(ModelFleet.service)&limit=1000")
    return (list["data"]?.array ?? []).compactMap { $0["name"]?.string }.sorted()
  }

  /// The versions of the fleet's service, newest first.
  func serviceVersions() async throws -> [String] {
    let service = try await catalog.require(
      "GET", "services/mlmodelServices/name/\(ModelFleet.service)")
    let history = try await catalog.require(
      "GET", "services/mlmodelServices/\(service["id"]?.string ?? "")/versions")
    return (history["versions"]?.array ?? []).compactMap { $0.string }
  }
}
