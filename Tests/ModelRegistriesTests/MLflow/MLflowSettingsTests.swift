import HTTPClient
import MLflowAPI
import ModelRegistries
import RegisteredModels
import Testing

@Suite("Where MLflow models are looked for, and with which credential")
struct MLflowSettingsTests {
  private let token = ["MLFLOW_TRACKING_TOKEN": "t0ken-of-ours"]

  private func connection(
    _ environment: [String: String] = [:], file: [String: String] = [:],
    project: MLflowURIs = MLflowURIs(), manifest: MLflowURIs = MLflowURIs(),
    allowed: String = "", plain: Bool = false
  ) throws -> MLflowConnection {
    try MLflowSettings(
      environment: environment, file: file, project: project,
      allowedHosts: try AllowedHosts(parsing: allowed), allowsPlainHTTP: plain
    ).connection(for: manifest)
  }

  private func shown(_ connection: MLflowConnection) -> String {
    let registry = connection.registry
    let tracking = connection.tracking
    return registry == tracking ? registry.uri : "\(registry.uri) + \(tracking.uri)"
  }

  @Test("the manifest's own URI wins, then the environment, the file .env, the project")
  func order() throws {
    let project = MLflowURIs(tracking: "https://project.example")
    let file = ["MLFLOW_TRACKING_URI": "https://file.example"]
    let environment = ["MLFLOW_TRACKING_URI": "https://env.example/p"]
    #expect(shown(try connection(project: project)) == "https://project.example")
    #expect(shown(try connection(file: file, project: project)) == "https://file.example")
    #expect(
      shown(try connection(environment, file: file, project: project)) == "https://env.example/p")
    let own = MLflowURIs(tracking: "https://own.example")
    #expect(shown(try connection(environment, manifest: own)) == "https://own.example")
  }

  @Test("a registry of its own keeps its runs elsewhere; one URI alone means both")
  func registries() throws {
    let both = [
      "MLFLOW_TRACKING_URI": "https://runs.example",
      "MLFLOW_REGISTRY_URI": "https://models.example",
    ]
    let apart = try connection(both)
    #expect(shown(apart) == "https://models.example + https://runs.example")
    #expect(
      apart.address
        == .mlflow(registryURI: "https://models.example", trackingURI: "https://runs.example"))
    // The manifest's tracking server has a registry too: the environment's is another's.
    let own = MLflowURIs(tracking: "https://own.example")
    #expect(shown(try connection(both, manifest: own)) == "https://own.example")
    let registry = ["MLFLOW_REGISTRY_URI": "https://models.example"]
    #expect(shown(try connection(registry)) == "https://models.example")
  }

  @Test("nothing named, or no server, is a mistake of the settings")
  func misconfigured() {
    for environment in [[:], ["MLFLOW_TRACKING_URI": "./mlruns"]] {
      let failure = #expect(throws: RegistryFailure.self) { try connection(environment) }
      #expect(failure?.kind == .misconfigured)
    }
  }

  @Test("a credential of the environment follows only hosts that the operator named")
  func destinations() throws {
    let own = MLflowURIs(tracking: "https://own.example")
    let refused = #expect(throws: RegistryFailure.self) { try connection(token, manifest: own) }
    #expect(refused?.kind == .notPermitted)
    #expect(refused?.message.contains("own.example") == true)
    #expect(refused?.message.contains("t0ken") == false)
    #expect(try connection(token, manifest: own, allowed: "own.example").registry.credential != nil)
    // Without a credential anybody may be asked.
    #expect(try connection(manifest: own).registry.credential == nil)
    let local = MLflowURIs(tracking: "http://127.0.0.1:5000")
    #expect(try connection(token, manifest: local).registry.credential != nil)
    let named = token.merging(["MLFLOW_TRACKING_URI": "https://env.example"]) { $1 }
    #expect(try connection(named).tracking.credential == .bearer(Secret("t0ken-of-ours")))
    // The registry is another host, and only a file names it.
    let elsewhere = MLflowURIs(tracking: "https://env.example", registry: "https://evil.example")
    #expect(throws: RegistryFailure.self) {
      try connection(token, manifest: elsewhere, allowed: "env.example")
    }
  }

  @Test("no credential goes over plain http to another machine")
  func plain() throws {
    let named = token.merging(["MLFLOW_TRACKING_URI": "http://env.example"]) { $1 }
    let refused = #expect(throws: RegistryFailure.self) { try connection(named) }
    #expect(refused?.message.contains("plain http") == true)
    #expect(try connection(named, plain: true).registry.credential != nil)
    let inURI = ["MLFLOW_TRACKING_URI": "http://ann:s3cret-one@env.example"]
    let other = #expect(throws: RegistryFailure.self) { try connection(inURI) }
    #expect(other?.message.contains("s3cret") == false)
  }

  @Test("user name and password in a URI are for that server alone, and never shown")
  func userInformation() throws {
    let environment = [
      "MLFLOW_TRACKING_URI": "https://ann:s3cret-one@runs.example",
      "MLFLOW_REGISTRY_URI": "https://models.example",
    ]
    let found = try connection(environment)
    #expect(found.registry.credential == nil)
    #expect(
      found.tracking.credential == .basic(user: "ann", password: Secret("s3cret-one")))
    #expect(!"\(found)".contains("s3cret"))
    #expect(shown(found) == "https://models.example + https://runs.example")
  }

  @Test("a credential of .env goes to the host that .env names, and to no other")
  func environmentFile() throws {
    var file = token.merging(["MLFLOW_TRACKING_URI": "https://file.example"]) { $1 }
    #expect(try connection(file: file).registry.credential != nil)
    file["MLFLOW_TRACKING_URI"] = nil
    let project = MLflowURIs(tracking: "https://project.example")
    #expect(throws: RegistryFailure.self) { try connection(file: file, project: project) }
  }

  @Test("Databricks is named by its own variables, or by the tracking server")
  func databricks() throws {
    let own = [
      "MLFLOW_TRACKING_URI": "databricks", "MLFLOW_REGISTRY_URI": "databricks-uc",
      "DATABRICKS_HOST": "adb-1.azuredatabricks.net", "DATABRICKS_TOKEN": "dapi-1",
    ]
    let found = try connection(own)
    #expect(shown(found) == "databricks-uc + databricks")
    #expect(found.registry.kind == .unityCatalog && found.tracking.kind == .mlflow)
    #expect(found.registry.server.description == "https://adb-1.azuredatabricks.net")
    #expect(found.registry.credential == .bearer(Secret("dapi-1")))
    let beside = try connection(
      token.merging([
        "MLFLOW_TRACKING_URI": "https://x.cloud.databricks.com",
        "MLFLOW_REGISTRY_URI": "databricks-uc",
      ]) { $1 })
    #expect(beside.registry.server == beside.tracking.server)
    #expect(beside.registry.credential == beside.tracking.credential)
    #expect(beside.tracking.isDatabricks)
    #expect(throws: RegistryFailure.self) { try connection(["MLFLOW_TRACKING_URI": "databricks"]) }
  }
}
