import Foundation
import JSONDocuments
import TestSupport
import Testing

@Suite("Pulling models that are in the catalog", .timeLimit(.minutes(5)))
struct PullTests {
  private let catalog: SampleCatalog
  private let publisher: PublisherProcess

  init() async throws {
    (catalog, _) = try await SampleCatalog.published()
    let project = try Project()
    try FileManager.default.removeItem(atPath: project.path + "/ml_model.yaml")
    publisher = PublisherProcess(project, host: catalog.host, token: catalog.token)
  }

  private var project: Project { publisher.project }

  private func names(in folder: String = "") throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: project.path + "/" + folder).sorted()
  }

  private func addModel(_ name: String, service: String = "CustomMLService") async throws {
    try await catalog.catalog.require(
      "PUT", "mlmodels",
      ["name": .string(name), "service": .string(service), "algorithm": "XGBoost"])
  }

  private func addService(_ name: String) async throws {
    try await catalog.catalog.require(
      "PUT", "services/mlmodelServices",
      ["name": .string(name), "serviceType": "CustomMlModel"])
  }

  @Test("a model comes to the standard output, and publishing it changes nothing at all")
  func model() async throws {
    let pulled = try await publisher.run("pull", SampleCatalog.model)
    #expect(pulled.status == 0, "\(pulled.everything)")
    #expect(pulled.errors == "")
    try expectGolden(pulled.output, "pulled.yaml")
    try project.write(pulled.output)
    let checked = try await publisher.run("publish", "--check", "--detailed-exitcode")
    #expect(checked.status == 0, "\(checked.everything)")
    #expect(checked.output.contains("no changes"))
  }

  @Test("a service comes as one stream of documents, which is a file of manifests too")
  func stream() async throws {
    try await addModel("a second")
    let pulled = try await publisher.run("pull", "CustomMLService")
    #expect(pulled.status == 0, "\(pulled.everything)")
    try project.write(pulled.output)
    let checked = try await publisher.run("publish", "--check", "--detailed-exitcode")
    #expect(checked.status == 0, "\(checked.everything)")
    #expect(checked.output.contains("CustomMLService.a second"))
  }

  @Test("files have names for every file system, and a config that lists them")
  func files() async throws {
    for name in ["Größe/../x", "REVENUE predictions", "..", "v1.2", "yes", "📈"] {
      try await addModel(name)
    }
    let pulled = try await publisher.run("pull", "CustomMLService", "--output-dir", "./a/b/")
    #expect(pulled.status == 0, "\(pulled.everything)")
    #expect(try names() == ["a", "mlcatalog.yaml"])
    #expect(
      try names(in: "a/b") == [
        "ml_model_gr-e-..-x.yaml", "ml_model_model-2.yaml", "ml_model_model.yaml",
        "ml_model_revenue-predictions-2.yaml", "ml_model_revenue-predictions.yaml",
        "ml_model_v1.2.yaml", "ml_model_yes.yaml",
      ])
    #expect(pulled.output.contains("made a/b/ml_model_v1.2.yaml\n"))
    #expect(pulled.output.hasSuffix("says what publishing them would change\n"))
    let checked = try await publisher.run("publish", "--check", "--detailed-exitcode")
    #expect(checked.status == 0, "\(checked.everything)")
    #expect(checked.output.contains("7 unchanged"))
  }

  @Test("files that are there stay, unless --yes gives them up")
  func existing() async throws {
    try await addModel("a second")
    let file = "ml_model_revenue-predictions.yaml"
    try project.write("name: mine\n", to: file)
    let refused = try await publisher.run("pull", "CustomMLService", "--output-dir", ".")
    #expect(refused.status == 1, "\(refused.everything)")
    #expect(refused.errors.contains("error[MLC812]: \(file) is there already"))
    #expect(try names() == [file])
    #expect(try project.read(file) == "name: mine\n")
    let forced = try await publisher.run("pull", "CustomMLService", "--output-dir", ".", "--yes")
    #expect(forced.status == 0, "\(forced.everything)")
    #expect(try names() == ["ml_model_a-second.yaml", file, "mlcatalog.yaml"])
    #expect(try project.read(file).contains("name: Revenue Predictions"))
  }

  @Test("a config that is there stays as it is, and is said to miss the new files")
  func existingConfig() async throws {
    try project.write("manifests: [ml_model.yaml]\n", to: "mlcatalog.yaml")
    let pulled = try await publisher.run("pull", SampleCatalog.model, "--output-dir", "models")
    #expect(pulled.status == 0, "\(pulled.everything)")
    #expect(pulled.errors.contains("warning[MLC856]: mlcatalog.yaml does not list models/ml_model"))
    #expect(pulled.errors.contains("add \"models/ml_model*.yaml\" under manifests:"))
    #expect(try project.read("mlcatalog.yaml") == "manifests: [ml_model.yaml]\n")
    try project.write("manifests: [models/*.yaml]\n", to: "mlcatalog.yaml")
    let again = try await publisher.run(
      "pull", SampleCatalog.model, "--output-dir", "models", "--yes")
    #expect(again.errors == "")
  }

  @Test("a folder that cannot be made ends with 73, and nothing is left behind")
  func unwritable() async throws {
    try project.write("", to: "file")
    let run = try await publisher.run("pull", SampleCatalog.model, "--output-dir", "file/models")
    #expect(run.status == 73, "\(run.everything)")
    #expect(run.errors.contains("error[MLC808]"))
    #expect(try names() == ["file"])
  }

  @Test("a name that leads nowhere ends with 66, with what may have been meant")
  func nothing() async throws {
    try await addService("my.service")
    try await addModel("only", service: "\"my.service\"")
    try await addService("empty")
    for (name, message) in [
      (
        "CustomMLService.Revenue Predictoins",
        "did you mean `CustomMLService.Revenue Predictions`?"
      ),
      ("CustomMLServise.Revenue Predictions", "did you mean the service `CustomMLService`?"),
      ("CustomMLServise", "did you mean the service `CustomMLService`?"),
      ("my.service", "there is a service of that name: give --service my.service"),
      ("empty", "holds no model"),
    ] {
      let run = try await publisher.run("pull", name)
      #expect(run.status == 66, "\(run.everything)")
      #expect(run.errors.contains("error[MLC852]"))
      #expect(run.errors.contains(message), "\(run.errors)")
      #expect(run.output == "")
    }
    for arguments in [["--service", "my.service"], ["\"my.service\""], ["\"my.service\".only"]] {
      let run = try await publisher.start(["pull"] + arguments).outcome()
      #expect(run.status == 0, "\(run.everything)")
      #expect(run.output.contains("serviceName: my.service"))
    }
  }

  @Test("what was deleted in the catalog is not pulled")
  func deleted() async throws {
    try await addModel("gone")
    let id = try await catalog.catalog.require("GET", "mlmodels/name/CustomMLService.gone")["id"]
    try await catalog.catalog.require("DELETE", "mlmodels/\(id?.string ?? "")")
    let run = try await publisher.run("pull", "CustomMLService.gone")
    #expect(run.status == 66, "\(run.everything)")
    #expect(run.errors.contains("was deleted in the catalog"))
    let service = try await publisher.run("pull", "CustomMLService")
    #expect(service.errors == "left out: 1 model that was deleted in the catalog\n")
  }

  @Test("a model that no manifest can describe is told of, and the others are pulled")
  func notDescribable() async throws {
    try await addModel("tab\tbed")
    let run = try await publisher.run("pull", "CustomMLService", "--output-dir", ".")
    #expect(run.status == 1, "\(run.everything)")
    #expect(run.errors.contains("error[MLC854]"))
    #expect(try names() == ["ml_model_revenue-predictions.yaml", "mlcatalog.yaml"])
  }

  @Test("without a server, a token or a right it ends as publish does, and writes nothing")
  func refusals() async throws {
    let nobody = PublisherProcess(project, host: "http://127.0.0.1:1", token: "t")
    #expect(try await nobody.run("pull", "a", "--timeout", "5").status == 69)
    #expect(try await PublisherProcess(project).run("pull", "a").status == 78)
    #expect(try await PublisherProcess(project, host: catalog.host).run("pull", "a").status == 77)
    let wrong = PublisherProcess(project, host: catalog.host, token: "eyJh.eyJz.c2ln")
    let refused = try await wrong.run("pull", SampleCatalog.model, "--output-dir", ".")
    #expect(refused.status == 77, "\(refused.everything)")
    #expect(refused.errors.contains("the token is that of OPENMETADATA_JWT_TOKEN"))
    for arguments in [
      [], ["a", "--service", "b"], ["a.b.c"], ["a..b"], ["a", "--yes"], ["--service", " "],
    ] {
      let run = try await publisher.start(["pull"] + arguments).outcome()
      #expect(run.status == 64, "\(arguments): \(run.everything)")
    }
    #expect(try names() == [])
  }

  @Test("a service of 1,000 models takes one request for each model's lineage and few besides")
  func manyModels() async throws {
    try await addService("many")
    for number in 0..<1000 { try await addModel("Model \(number)", service: "many") }
    let run = try await publisher.run("pull", "many", "--output-dir", "models", "-vv")
    #expect(run.status == 0, "\(run.errors.suffix(500))")
    #expect(try names(in: "models").count == 1000)
    let requests = run.errors.split(separator: "\n").filter { $0.hasPrefix("GET ") }
    #expect(requests.count { $0.contains("/lineage/") } == 1000)
    #expect(requests.count { !$0.contains("/lineage/") } <= 15)
  }
}
