import Diagnostics
import HTTPClient
import JSONDocuments
import OpenMetadataAPI
import OpenMetadataEntities
import Reconciler
import Testing

@testable import Publishing

/// A model to be written, and what the server shows of it.
struct PublicationFixture {
  static let failure: JSON = ["code": 500, "message": "test failed"]

  /// The model as a server gives it.
  static func model(
    _ version: String, updatedAt: Int, by user: String = "publisher",
    algorithm: JSON = "LightGBM", description: JSON = "New", extension properties: JSON = [:]
  ) -> JSON {
    [
      "id": "m1", "name": "m", "fullyQualifiedName": "s.m",
      "version": .number(JSONNumber(lexeme: version)), "updatedAt": .number(JSONNumber(updatedAt)),
      "updatedBy": .string(user), "algorithm": algorithm, "description": description,
      "service": ["id": "s1", "type": "mlmodelService", "name": "s", "fullyQualifiedName": "s"],
      "extension": properties,
    ]
  }

  /// The model before: version 0.1 of another algorithm and description.
  static var before: JSON {
    model("0.1", updatedAt: 1, algorithm: "XGBoost", description: "Old")
  }

  /// The model as the plan wants it.
  static var after: JSON { model("1.1", updatedAt: 2) }

  let transport: ScriptedTransport
  let interruption = Interruption()

  init(_ script: @escaping @Sendable (HTTPRequest, Int) -> ScriptedTransport.Answer) {
    transport = ScriptedTransport(script)
  }

  /// A plan that changes the algorithm and the description by one PATCH.
  static func changing() throws -> ModelPlan {
    var plan = try plan(.update)
    let known = try #require(MlModel(before))
    plan.write = .patch(
      ModelPatch(
        id: known.id, version: known.version, updatedAt: known.updatedAt,
        operations: [
          .init(member: "algorithm", value: "LightGBM", group: .core),
          .init(member: "description", value: "New", group: .description),
        ]))
    return plan
  }

  /// A plan that creates the model.
  static func creating() throws -> ModelPlan {
    var plan = try plan(.create)
    plan.write = .create(["name": "m", "service": "s", "algorithm": "LightGBM"])
    return plan
  }

  private static func plan(_ action: ModelPlan.Action) throws -> ModelPlan {
    var plan = ModelPlan(
      manifest: "ml_model.yaml", name: "m", fullyQualifiedName: "s.m", serviceName: "s",
      action: action)
    plan.expected = FieldValues(of: try #require(MlModel(after)))
    return plan
  }

  /// Runs a plan; planning again gives `again`.
  func run(_ plan: ModelPlan, again: ModelPlan? = nil) async throws -> ModelPublication {
    let client = OpenMetadataClient(
      server: try ServerURL(parsing: "http://localhost:1"),
      capabilities: Capabilities(version: try #require(ServerVersion("1.5.10"))), token: nil,
      transport: transport)
    var publication = ModelPublication(
      plan, known: plan.action == .create ? nil : MlModel(PublicationFixture.before), key: "s.m",
      client: client, control: WriteControl(ledger: WriteLedger(), interruption: interruption),
      readBack: ReadBack(client: client, pauses: [.zero, .milliseconds(1), .milliseconds(1)]),
      replanning: { _ async throws(OpenMetadataError) in
        guard let again else { throw .invalidAnswer("planned again without need") }
        return .planned(
          Replanned(
            plan: again, model: MlModel(PublicationFixture.before), findings: DiagnosticList(),
            isBlocked: false))
      })
    await publication.run()
    return publication
  }
}
