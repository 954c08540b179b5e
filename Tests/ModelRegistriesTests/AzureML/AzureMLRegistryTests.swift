import JSONDocuments
import ModelRegistries
import RegisteredModels
import TestSupport
import Testing

@Suite("What Azure ML knows of a version", .timeLimit(.minutes(2)))
struct AzureMLRegistryTests {
  @Test("a workspace's version comes with its job, run, data and server, in twelve requests")
  func workspace() async throws {
    let fixture = try await AzureMLFixture()
    try await fixture.putRevenue()
    guard case .version(let version) = try await fixture.answer(.version("3")) else {
      Issue.record("no version")
      return
    }
    let place = "azureml:" + AzureMLFixture.workspacePath
    let origin = place + "/models/revenue/versions/3"
    #expect(version.origin == origin)
    #expect(version.status == .ready)
    #expect(version.description == Sourced("Trained on all of May", from: origin + "#description"))
    #expect(version.stage == Sourced("Production", from: origin + "#stage"))
    #expect(version.storage == Sourced("azureml://d/3", from: origin + "#modelUri"))
    #expect(
      version.algorithm == Sourced("Ridge", from: place + "/jobs/job-1#tags.estimator_name"))
    #expect(version.gitCommit?.value == "8f2c1d0")
    #expect(
      version.server
        == Sourced(
          "https://live.westeurope.inference.ml.azure.com/score",
          from: place + "/onlineEndpoints/live#scoringUri"))
    #expect(
      version.tags.map { "\($0.carrier).\($0.key)=\($0.value.value)" } == [
        "model.team=pricing", "version.reviewed=yes", "version.audience=internal",
        "run.estimator_name=Ridge",
      ])
    #expect(version.run?.status == .finished)
    #expect(version.run?.name == "Training of May")
    #expect(version.run?.url == "https://ml.azure.com/runs/job-1")
    #expect(version.run?.startedAt == 1_714_521_600_000)
    #expect(
      version.parameters
        == [.init(name: "alpha", value: Sourced("0.5", from: "mlflow:runs:/job-1#params.alpha"))])
    #expect(version.metrics.map(\.value.value) == ["1"])
    let data = DatasetInput(
      name: "reviews:4", digest: "", context: nil,
      source: .other(type: "uri_folder", location: "azureml://d/reviews/"),
      origin: place + "/data/reviews/versions/4")
    #expect(version.datasets == [data])
    #expect(version.datasets[0].isForTraining)
    #expect(version.gaps == [])
    #expect(version.createdAt != nil)
    let requests = try await fixture.requests()
    #expect(requests.count <= 12)
    #expect(Set(requests).count == requests.count)
    #expect(requests.allSatisfy { $0.hasPrefix("GET ") })
  }

  @Test("no signature or password in an address is published")
  func addresses() async throws {
    let fixture = try await AzureMLFixture()
    try await fixture.put([
      "jobs/job-2": [
        "inputs": [
          "rows": [
            "jobInputType": "uri_file",
            "uri": "https://account.blob.core.windows.net/c/rows.csv?sv=2022&sig=abcdef",
          ]
        ]
      ],
      "models/m/versions/1": [
        "modelUri": "https://me:word@account.blob.core.windows.net/c/m?sig=abcdef",
        "jobName": "job-2",
      ],
    ])
    let answer = try await fixture.answer(.version("1"), of: "m")
    guard case .version(let version) = answer else {
      Issue.record("\(answer)")
      return
    }
    #expect(version.storage?.value == "https://account.blob.core.windows.net/c/m")
    let rows = DatasetInput.Source.other(
      type: "uri_file", location: "https://account.blob.core.windows.net/c/rows.csv")
    #expect(version.datasets.map(\.source) == [rows])
    #expect(!"\(answer)".contains("abcdef"))
  }

  @Test("datasets and an early client's signature come from the run")
  func runRecord() async throws {
    let fixture = try await AzureMLFixture()
    try await fixture.put([
      "jobs/job-3": [:],
      "models/m/versions/1": [
        "modelUri": "azureml://jobs/job-3/outputs/artifacts/paths/model", "jobName": "job-3",
        "modelType": "mlflow_model",
      ],
    ])
    let history = #"""
      [{"artifact_path": "model", "flavors": {}, "signature": {
        "inputs": "[{\"type\": \"long\", \"name\": \"rating\"}]",
        "outputs": "[{\"type\": \"double\", \"name\": \"revenue\"}]"}}]
      """#
    let source = #"{"delta_table_name": "prod.sales.reviews"}"#
    try await fixture.service.control(
      "runs",
      [
        "job-3": [
          "info": ["run_id": "job-3", "status": "FINISHED"],
          "data": [
            "tags": [["key": "mlflow.log-model.history", "value": .string(history)]]
          ],
          "inputs": [
            "dataset_inputs": [
              [
                "dataset": [
                  "name": "reviews", "digest": "1f", "source_type": "delta_table",
                  "source": .string(source),
                ]
              ]
            ]
          ],
        ]
      ])
    let answer = try await fixture.answer(.version("1"), of: "m")
    guard case .version(let version) = answer else {
      Issue.record("\(answer)")
      return
    }
    let place = "mlflow:runs:/job-3#tags.mlflow.log-model.history"
    #expect(version.signature?.inputs == [SignatureColumn(name: "rating", type: .long)])
    #expect(version.signature?.origin == place + ".inputs")
    #expect(version.target == Sourced("revenue", from: place + ".outputs"))
    let table = DatasetInput.Source.table(["prod", "sales", "reviews"], isCertain: true)
    #expect(version.datasets.map(\.source) == [table])
    #expect(version.gaps == [])
  }

  @Test("latest is the newest that is not archived, not the highest number")
  func latest() async throws {
    let fixture = try await AzureMLFixture()
    try await fixture.putRevenue()
    guard case .version(let version) = try await fixture.answer(.latest) else {
      Issue.record("no version")
      return
    }
    #expect(version.version == "3")
  }

  @Test("a registry's version has no job, and asks for none")
  func registry() async throws {
    let fixture = try await AzureMLFixture()
    try await fixture.put(
      ["models/shared/versions/2": ["modelUri": "azureml://d/s", "jobName": "of-elsewhere"]],
      into: AzureMLFixture.place + "/registries/registry-1")
    let answer = try await fixture.answer(.latest, of: "shared", in: AzureMLFixture.shared)
    guard case .version(let version) = answer else { Issue.record("\(answer)"); return }
    #expect(version.version == "2")
    #expect(version.run == nil)
    #expect(try await fixture.requests().count == 2)
  }

  @Test(
    "states that forbid use, and versions that are archived, are told",
    arguments: [
      ("Failed", RegistrationStatus.failed(nil)), ("Creating", .pending), ("Deleting", .deleted),
      ("Canceled", .failed("its creation was cancelled")),
    ])
  func states(state: String, status: RegistrationStatus) async throws {
    let fixture = try await AzureMLFixture()
    try await fixture.put([
      "models/m/versions/1": [
        "modelUri": "u", "provisioningState": .string(state), "isArchived": true,
      ]
    ])
    let answer = try await fixture.answer(.version("1"), of: "m")
    guard case .version(let version) = answer else { Issue.record("\(answer)"); return }
    #expect(version.status == status)
    #expect(version.isArchived)
    #expect(version.algorithm == nil)
  }

  @Test("what is not there is said of the value that names it, with what there is instead")
  func absent() async throws {
    let fixture = try await AzureMLFixture()
    try await fixture.putRevenue()
    func refusal(
      _ selector: RegistrySelector, _ model: String = "revenue",
      _ address: RegistryAddress = AzureMLFixture.workspace
    ) async throws -> RegistryRefusal? {
      guard case .refused(let refusal) = try await fixture.answer(selector, of: model, in: address)
      else { return nil }
      return refusal
    }
    #expect(
      try await refusal(.version("8"))
        == RegistryRefusal(
          .version, "there is no version `8` of `revenue`", hint: "newest versions: `3`, `7`"))
    #expect(
      try await refusal(.version("1"), "revenues")
        == RegistryRefusal(
          .model, "there is no model `revenues` in the Azure ML workspace ws-1",
          hint: "models there: `revenue`"))
    #expect(try await refusal(.latest, "revenues")?.subject == .model)
    #expect(try await refusal(.alias("champion"))?.subject == .alias)
    #expect(try await refusal(.stage("Production"))?.subject == .stage)
    let places: [(RegistryAddress, RegistryRefusal.Subject)] = [
      (
        .azureMLWorkspace(subscription: "x", resourceGroup: "rg-1", workspace: "ws-1"),
        .subscription
      ),
      (
        .azureMLWorkspace(
          subscription: "6f1c2d3e-0000-4000-8000-000000000001", resourceGroup: "x",
          workspace: "ws-1"),
        .resourceGroup
      ),
      (
        .azureMLWorkspace(
          subscription: "6f1c2d3e-0000-4000-8000-000000000001", resourceGroup: "rg-1",
          workspace: "x"), .workspace
      ),
      (
        .azureMLRegistry(
          subscription: "6f1c2d3e-0000-4000-8000-000000000001", resourceGroup: "rg-1", registry: "x"
        ), .registry
      ),
    ]
    for (address, subject) in places {
      #expect(try await refusal(.version("1"), "revenue", address)?.subject == subject)
    }
    try await fixture.service.control("clear")
    #expect(
      try await refusal(.alias("champion"))?.hint == "name a `version`, or write `label: latest`")
    #expect(try await fixture.requests() == [])
    try await fixture.put(["models/empty": [:]])
    #expect(try await refusal(.latest, "empty")?.subject == .label)
  }

  @Test("forty models share what they can: four requests each, and those of the workspace once")
  func many() async throws {
    let fixture = try await AzureMLFixture()
    try await fixture.putRevenue()
    var references: [RegistryReference] = []
    for number in 0..<40 {
      try await fixture.put([
        "jobs/job-\(number)": [:],
        "models/m-\(number)/versions/1": [
          "modelUri": "u", "jobName": .string("job-\(number)"),
        ],
      ])
      references.append(
        RegistryReference(
          address: AzureMLFixture.workspace, model: "m-\(number)", selector: .version("1")))
    }
    try await fixture.service.control("clear")
    let answers = try await fixture.registry().answers(to: references + references)
    #expect(answers.count == 40)
    #expect(
      answers.values.allSatisfy { if case .version = $0 { true } else { false } })
    let requests = try await fixture.requests()
    // Model, version, job and run of each; once the workspace, its endpoints, and the deployments
    // of both of them.
    #expect(requests.count == 164)
    #expect(Set(requests).count == requests.count)
  }
}
