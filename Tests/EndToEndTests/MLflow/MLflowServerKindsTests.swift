import Foundation
import HTTPClient
import JSONDocuments
import ModelRegistries
import RegisteredModels
import TestSupport
import Testing

@Suite("Servers of MLflow in all their kinds", .serialized, .timeLimit(.minutes(10)))
struct MLflowServerKindsTests {
  private static let mlmodel = """
    flavors:
      xgboost: {model_class: xgboost.core.Booster}
    signature:
      inputs: '[{"type": "long", "name": "rating", "required": true}]'
      outputs: '[{"type": "double", "name": "revenue"}]'
    """

  @Test(
    "permissions: as somebody, as nobody, and as somebody who may not read",
    arguments: MLflowLine.installed)
  func permissions(line: MLflowLine) async throws {
    let server = try await RunningMLflow(line, .init(hasPermissions: true))
    try await server.makeModel("guarded")
    let run = try await server.makeRun(parameters: ["eta": "0.2"])
    let place = try await server.store(Self.mlmodel, at: "MLmodel", in: "0/\(run)/artifacts/model")
    try await server.makeVersion(of: "guarded", source: place, run: run)
    let user = ["MLFLOW_TRACKING_USERNAME": "admin", "MLFLOW_TRACKING_PASSWORD": line.password]
    // A token beside them counts for nothing, as for MLflow's own client.
    let both = user.merging(["MLFLOW_TRACKING_TOKEN": "not-a-token"]) { $1 }
    let version = try await RegistryAsked("guarded", .latest, of: server, environment: both).version
    #expect(version.parameters.map(\.value.value) == ["0.2"])
    #expect(version.signature?.inputs.map(\.name) == ["rating"])
    #expect(version.gaps == [])

    let host = try #require(server.url.firstRange(of: "://")?.upperBound)
    let inURI = "http://admin:\(line.password)@" + server.url[host...]
    let sameVersion = try await RegistryAsked(
      "guarded", .latest, of: server, environment: ["MLFLOW_TRACKING_URI": inURI]
    ).version
    #expect(sameVersion == version, "its address shows no user")

    for wrong in [[:], ["MLFLOW_TRACKING_TOKEN": "not-a-token"], user.mapValues { $0 + "x" }] {
      let asked = try await RegistryAsked("guarded", .latest, of: server, environment: wrong)
      #expect(asked.failure?.kind == .notPermitted, "\(asked.answers)")
      #expect(asked.failure?.hint?.contains("MLFLOW_TRACKING_USERNAME") == true)
      #expect(asked.failure?.message.contains(line.password) == false)
    }

    // A reader finds that a run is not there, and a model that is not there.
    try await server.call(
      .post, "users/create", ["username": "reader", "password": "password5678"])
    let reader = [
      "MLFLOW_TRACKING_USERNAME": "reader", "MLFLOW_TRACKING_PASSWORD": "password5678",
    ]
    try await server.makeVersion(of: "guarded", run: "0123456789abcdef0123456789abcdef")
    let second = try await RegistryAsked(
      "guarded", .version("2"), of: server, environment: reader
    ).version
    #expect(second.run == nil)
    #expect(second.gaps.map(\.subject).contains(.run))
    let missing = try await RegistryAsked("missing", .latest, of: server, environment: reader)
    #expect(missing.refusal?.subject == .model)
    let denial: JSON = ["name": "guarded", "username": "reader", "permission": "NO_PERMISSIONS"]
    if line == .line2 {
      try await server.call(.post, "registered-models/permissions/create", denial)
      let hidden = try await RegistryAsked("guarded", .latest, of: server, environment: reader)
      #expect(hidden.failure?.kind == .notPermitted)
      #expect(hidden.failure?.message.contains("not allowed") == true)
    }
  }

  @Test("a static prefix, where each line has it", arguments: MLflowLine.installed)
  func staticPrefix(line: MLflowLine) async throws {
    let server = try await RunningMLflow(line, .init(staticPrefix: "/ml"))
    try await server.makeModel("prefixed")
    let run = try await server.makeRun()
    let folder = "0/\(run)/artifacts/model"
    let place = try await server.store(Self.mlmodel, at: "MLmodel", in: folder)
    try await server.makeVersion(of: "prefixed", source: place, run: run)
    try await server.makeVersion(of: "prefixed", source: "runs:/\(run)/model", run: run)
    for number in ["1", "2"] {
      let asked = try await RegistryAsked("prefixed", .version(number), of: server)
      let version = try asked.version
      #expect(version.signature?.inputs.map(\.name) == ["rating"], "version \(number)")
      #expect(version.algorithm?.value == "xgboost.core.Booster")
      #expect(version.target?.value == "revenue")
      #expect(version.storage?.value == place, "\(version.storage as Any)")
      #expect(version.gaps == [])
      #expect(asked.requests <= 6)
    }
    // The other line's address is no MLflow, and the message says what may be wrong.
    let other = line == .line3 ? server.origin : server.origin + "/ml"
    let asked = try await RegistryAsked(
      "prefixed", .latest, of: server, environment: ["MLFLOW_TRACKING_URI": other])
    #expect(asked.failure?.kind == .unreachable, "\(asked.answers)")
    #expect(asked.failure?.hint?.contains("--static-prefix") == true)
  }

  @Test("artifacts that clients write themselves", arguments: MLflowLine.installed)
  func withoutProxy(line: MLflowLine) async throws {
    let server = try await RunningMLflow(line, .init(servesArtifacts: false))
    _ = try await server.register("direct", strength: "1", signatureInTag: false)
    let version = try await RegistryAsked("direct", .latest, of: server).version
    #expect(version.signature?.inputs.map(\.name) == ["rating", "city"])
    #expect(version.storage?.value.contains(server.folder.path) == true)
    // Of storage that the server does not reach nothing is known but where it is.
    try await server.makeVersion(of: "direct", source: "s3://models.example.com/m")
    let asked = try await RegistryAsked("direct", .version("2"), of: server)
    let elsewhere = try asked.version
    #expect(elsewhere.storage?.value == "s3://models.example.com/m")
    #expect(elsewhere.signature == nil)
    #expect(elsewhere.gaps.map(\.subject).contains(.signature))
    #expect(asked.requests <= 6)
  }

  @Test(
    "TLS with a certificate of one's own on both sides", arguments: MLflowLine.installed)
  func secure(line: MLflowLine) async throws {
    let authority = try TestAuthority()
    defer { authority.remove() }
    let server = try await RunningMLflow(line, .init(authority: authority))
    #expect(server.url.hasPrefix("https://"))
    try await server.makeModel("secure")
    try await server.makeVersion(of: "secure")
    let trust = ["MLFLOW_TRACKING_SERVER_CERT_PATH": authority.path("ca.pem")]
    let own = ["MLFLOW_TRACKING_CLIENT_CERT_PATH": try authority.clientCertificate()]
    let both = trust.merging(own) { $1 }
    #expect(
      try await RegistryAsked("secure", .latest, of: server, environment: both).version.version
        == "1")
    let insecure = own.merging(["MLFLOW_TRACKING_INSECURE_TLS": "true"]) { $1 }
    #expect(
      try await RegistryAsked("secure", .latest, of: server, environment: insecure).version.version
        == "1")
    let unknown = try await RegistryAsked("secure", .latest, of: server, environment: own)
    #expect(unknown.failure?.kind == .unreachable)
    #expect(unknown.failure?.hint?.contains("MLFLOW_TRACKING_SERVER_CERT_PATH") == true)
    let anonymous = try await RegistryAsked("secure", .latest, of: server, environment: trust)
    #expect(anonymous.failure?.kind == .unreachable, "\(anonymous.answers)")
  }

  @Test("models on one server and their runs on another", arguments: MLflowLine.installed)
  func apart(line: MLflowLine) async throws {
    let registry = try await SharedMLflow.server(line)
    let tracking = try await RunningMLflow(line)
    let run = try await tracking.makeRun(
      parameters: ["eta": "0.2"], tags: ["estimator_name": "Booster"])
    let place = try await tracking.store(
      Self.mlmodel, at: "MLmodel", in: "0/\(run)/artifacts/model")
    try await registry.makeModel("apart")
    // A registry of line 3 takes a place behind a server only of a run of its own.
    let source = line == .line2 ? place : "s3://models.example.com/apart"
    try await registry.makeVersion(of: "apart", source: source, run: run)
    let version = try await RegistryAsked(
      "apart", .latest, of: registry,
      environment: [
        "MLFLOW_TRACKING_URI": tracking.url, "MLFLOW_REGISTRY_URI": registry.url,
      ]
    ).version
    #expect(version.address == .mlflow(registryURI: registry.url, trackingURI: tracking.url))
    #expect(version.run?.id == run)
    #expect(version.run?.url?.hasPrefix(tracking.url) == true)
    #expect(version.sourceUrl?.value.hasPrefix(registry.url) == true)
    #expect(version.algorithm?.value == "Booster")
    let inputs = version.signature?.inputs.compactMap(\.name)
    #expect(inputs == (line == .line2 ? ["rating"] : nil), "\(version.gaps)")
  }
}
