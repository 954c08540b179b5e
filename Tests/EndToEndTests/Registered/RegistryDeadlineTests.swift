import Foundation
import TestSupport
import Testing

@Suite("Registries that hang", .serialized, .timeLimit(.minutes(5)))
struct RegistryDeadlineTests {
  /// What does not answer.
  enum Hanging: String, CaseIterable {
    case mlflow, azureSignIn, azureCloudMetadata, azureResourceManager, azureCLI
  }

  /// A registry, or the way to it, that takes what it is asked and says nothing.
  private struct World {
    let server: SilentServer
    /// Gives tokens to machines.
    let identity = ScriptedServer { _ in
      [.json(200, #"{"access_token": "issued", "expires_in": 3600}"#)]
    }
    let project: Project
    var process: PublisherProcess

    init(_ hanging: Hanging, _ catalog: SampleCatalog) throws {
      server = try SilentServer()
      let registry =
        hanging == .mlflow
        ? "mlflow: {model: m, alias: champion}"
        : "azureml: {model: m, version: 1, workspace: w, resourceGroup: g}"
      project = try Project(
        "name: Revenue Predictions\nalgorithm: XGBoost\nregistry:\n  \(registry)\n")
      process = PublisherProcess(project, host: catalog.host, token: catalog.token)
      process.environment["AZURE_SUBSCRIPTION_ID"] = "6f1c2d3e-0000-4000-8000-000000000001"
      if hanging == .azureCLI { try makeHangingProgram() }
      let address = "http://127.0.0.1:\(server.port)"
      let variables: [String: String] =
        switch hanging {
        case .mlflow: ["MLFLOW_TRACKING_URI": address]
        case .azureSignIn:
          [
            "AZURE_TENANT_ID": "t", "AZURE_CLIENT_ID": "c",
            "AZURE_CLIENT_SECRET": "the-client-secret", "AZURE_AUTHORITY_HOST": address,
          ]
        case .azureCloudMetadata: ["ARM_CLOUD_METADATA_URL": address]
        case .azureResourceManager:
          [
            "MSI_ENDPOINT": identity.url, "MSI_SECRET": "the-client-secret",
            "AZURE_RESOURCE_MANAGER_URL": address,
          ]
        case .azureCLI: ["PATH": "\(project.path):/usr/bin:/bin"]
        }
      process.environment.merge(variables) { $1 }
    }

    /// Makes an `az` that never ends.
    private func makeHangingProgram() throws {
      try project.write(
        "#!/bin/sh\necho $$ >\"${0%/*}/az.pid\"\nexec sleep 600\n", to: "az.text")
      // A program that this process writes cannot be started while another test's child still
      // holds the open file; so a process without children writes it.
      let copy = try Process.run(
        URL(filePath: "/usr/bin/install"),
        arguments: ["\(project.path)/az.text", "\(project.path)/az"])
      copy.waitUntilExit()
    }

    /// Whether an `az` that was started still runs.
    var isCommandLineAlive: Bool {
      guard let text = try? project.read("az.pid"),
        let process = Int32(text.trimmingCharacters(in: .whitespacesAndNewlines))
      else { return false }
      return kill(process, 0) == 0
    }
  }

  @Test(
    "an optional one uses up no more than its share of the time, and the catalog is written",
    arguments: Hanging.allCases)
  func optional(hanging: Hanging) async throws {
    let catalog = try await SampleCatalog()
    let world = try World(hanging, catalog)
    let start = ContinuousClock.now
    let outcome = try await world.process.run(
      "publish", "--registry", "optional", "--timeout", "8")
    let duration = start.duration(to: .now)
    #expect(outcome.status == 0, "\(outcome.everything)")
    #expect(duration >= .seconds(3.5) && duration < .seconds(8), "\(duration)")
    #expect(outcome.output.contains("MLC605"), "\(outcome.everything)")
    #expect(outcome.output.contains("1 not checked"), "\(outcome.everything)")
    #expect(try await catalog.modelStatus() == 200)
    #expect(!world.isCommandLineAlive)
    #expect(!outcome.everything.contains("the-client-secret"))
  }

  @Test(
    "one that is needed ends the run in time, and says what gives it more",
    arguments: Hanging.allCases)
  func required(hanging: Hanging) async throws {
    let catalog = try await SampleCatalog()
    let world = try World(hanging, catalog)
    let start = ContinuousClock.now
    let outcome = try await world.process.run("publish", "--timeout", "3")
    #expect(start.duration(to: .now) < .seconds(6))
    #expect(outcome.status == 69, "\(outcome.everything)")
    #expect(outcome.output.contains("MLC601"), "\(outcome.everything)")
    #expect(
      outcome.output.contains("the time of the whole run was up: give it more with --timeout"),
      "\(outcome.everything)")
    #expect(try await catalog.modelStatus() == 404)
    #expect(!world.isCommandLineAlive)
  }
}
