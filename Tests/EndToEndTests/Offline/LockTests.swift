import Diagnostics
import Foundation
import JSONDocuments
import Publishing
import TestSupport
import Testing

@Suite("The lock", .timeLimit(.minutes(10)))
struct LockTests {
  private static let second = """
    name: Second
    algorithm: A
    mlFeatures:
      - name: f
        dataType: numerical
        featureSources: [{name: user_id, dataSourceFqn: demo_pg.postgres.public.users}]

    """

  private func process(_ project: Project, _ catalog: SampleCatalog) -> PublisherProcess {
    PublisherProcess(project, host: catalog.host, token: catalog.token)
  }

  private func tables(_ project: Project, _ pointer: [String] = ["project"]) throws -> [String] {
    var value: JSON? = try JSON(parsing: project.read("mlcatalog.lock"))
    for key in pointer + ["tables"] { value = value?[key] }
    return (value?.object?.keys ?? []).map { $0.split(separator: ".").last.map(String.init) ?? $0 }
  }

  @Test("holds a line for each column, and is the same whoever writes it")
  func golden() async throws {
    let catalog = try await SampleCatalog()
    try await catalog.addEntities()
    let project = try Project()
    try project.replace(
      "target:",
      with: """
        owners: [admin, nobody]
        tags: [PII.Sensitive, PII.Sensitve]
        glossaryTerms: [Business.Revenue]
        dashboard: superset.revenu
        extension: {costCenter: 1}
        target:
        """)
    try project.replace("public.orders", with: "public.order")
    let publisher = process(project, catalog)
    let locked = try await publisher.run("lock")
    #expect(locked.status == 0, "\(locked.everything)")
    let ids = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/
    let text = try project.read("mlcatalog.lock")
    try expectGolden(text.replacing(ids, with: "id"), "lock.json")
    try expectGolden(
      locked.output.replacing(catalog.host, with: "https://catalog.example"), "lock.txt")
    let again = try await publisher.run("lock")
    #expect(again.output.contains("is up to date"), "\(again.everything)")
    #expect(try project.read("mlcatalog.lock") == text)
    #expect(try await publisher.run("lock", "--check").status == 0)
  }

  @Test("of all manifests drops what none of them names; of one path it keeps the rest")
  func scopes() async throws {
    let catalog = try await SampleCatalog()
    let project = try Project()
    try project.write(Self.second, to: "ml_model_second.yaml")
    try project.write("manifests: ['ml_model*.yaml']\n", to: "mlcatalog.yaml")
    let publisher = process(project, catalog)
    #expect(try await publisher.run("lock").status == 0)
    #expect(try tables(project) == ["orders", "restaurants", "users"])
    try project.replace("public.restaurants", with: "public.orders")
    #expect(try await publisher.run("lock", "ml_model_second.yaml").status == 0)
    #expect(try tables(project) == ["orders", "restaurants", "users"])
    let stale = try await publisher.run("lock", "--check")
    #expect(stale.status == 1, "\(stale.everything)")
    #expect(stale.output.contains("restaurants` is in the lock, and no manifest names it"))
    #expect(try await publisher.run("lock", "--check", "ml_model_second.yaml").status == 0)
    #expect(try await publisher.run("lock").status == 0)
    #expect(try tables(project) == ["orders", "users"])

    // What is wrong in a manifest may hide what it names.
    try project.write("name: Second\nalgorithm: A\nmlFeature: []\n", to: "ml_model_second.yaml")
    try project.replace("public.users", with: "public.orders")
    #expect(try await publisher.run("lock").status == 0)
    #expect(try tables(project) == ["orders", "users"])
  }

  @Test("has a section for each environment, and writes one of them only")
  func environments() async throws {
    let catalog = try await SampleCatalog()
    let project = try Project()
    try project.write("environments: {prod: {}}\n", to: "mlcatalog.yaml")
    let publisher = process(project, catalog)
    let unlocked = try await publisher.run("publish", "--check", "--offline", "--env", "prod")
    #expect(unlocked.output.contains("run `mlcatalog lock --env prod`"), "\(unlocked.everything)")
    #expect(try await publisher.run("lock", "--env", "prod").status == 0)
    let missing = try await publisher.run("publish", "--check", "--offline")
    #expect(missing.status == 1, "\(missing.everything)")
    #expect(missing.output.contains("has no section for the project"), "\(missing.everything)")
    let found = try await publisher.run("publish", "--check", "--offline", "--env", "prod")
    #expect(found.status == 0, "\(found.everything)")
    try project.replace("public.users", with: "public.orders")
    #expect(try await publisher.run("lock").status == 0)
    #expect(try tables(project) == ["orders", "restaurants"])
    #expect(try tables(project, ["environments", "prod"]) == ["orders", "restaurants", "users"])
  }

  @Test("lock --check names at its place what moved, and writes nothing")
  func drift() async throws {
    let (catalog, project) = try await SampleCatalog.published()
    let publisher = process(project, catalog)
    #expect(try await publisher.run("lock").status == 0)
    let text = try project.read("mlcatalog.lock")
    try await catalog.add(
      "users", [("user_id", "BIGINT"), ("premium", "BOOLEAN"), ("since", "DATE")])
    let admin = catalog.catalog.adminToken
    try await catalog.edit("description", "Written by a steward.", token: admin)
    try project.replace("target:", with: "tags: [PII.None]\ntarget:")
    let run = try await publisher.run("lock", "--check")
    #expect(run.status == 1, "\(run.everything)")
    try expectGolden(
      run.output.replacing(catalog.host, with: "https://catalog.example")
        .replacing(/lock:[0-9]+:/, with: "lock:LINE:").replacing(/\n +[0-9]+ \|/, with: "\nLINE |"),
      "lock-check.txt")
    #expect(try project.read("mlcatalog.lock") == text)
    #expect(try await publisher.run("lock").status == 0)
    #expect(try await publisher.run("lock", "--check").status == 0)
    // What publishing itself writes needs nobody's notice.
    try project.replace("Predicts the revenue", with: "Estimates the revenue")
    #expect(try await publisher.run("publish").status == 0)
    let settled = try await publisher.run("lock", "--check")
    #expect(settled.status == 0, "\(settled.everything)")
  }

  @Test("without a lock lock --check says that there is none")
  func noLock() async throws {
    let catalog = try await SampleCatalog()
    let run = try await process(try Project(), catalog).run("lock", "--check")
    #expect(run.status == 1, "\(run.everything)")
    #expect(run.output.contains("MLC2"), "\(run.everything)")
  }

  @Test("what two branches made of it is replaced by running lock again, other sections kept")
  func merged() async throws {
    let catalog = try await SampleCatalog()
    let project = try Project()
    try project.write("environments: {prod: {}}\n", to: "mlcatalog.yaml")
    let publisher = process(project, catalog)
    #expect(try await publisher.run("lock", "--env", "prod").status == 0)
    #expect(try await publisher.run("lock").status == 0)
    let text = try project.read("mlcatalog.lock")
    let unmerged = text.replacing(
      "\n  \"schemaVersion\": 1",
      with: "\n<<<<<<< HEAD\n\"schemaVersion\": 1\n=======\n\"schemaVersion\":1\n>>>>>>> other")
    try project.write(unmerged, to: "mlcatalog.lock")
    for arguments in [["publish", "--check", "--offline"], ["publish"], ["lock", "--check"]] {
      let run = try await publisher.start(arguments).outcome()
      #expect(run.status == 65, "\(run.everything)")
      #expect(run.output.contains("MLC840"), "\(run.everything)")
      #expect(run.output.contains("(the lock cannot be read)") == arguments.contains("--offline"))
      #expect(run.output.contains("run `mlcatalog lock` again"), "\(run.everything)")
      #expect(try project.read("mlcatalog.lock") == unmerged)
    }
    #expect(try await catalog.modelStatus() == 404)
    #expect(try await publisher.run("lock").status == 0)
    #expect(try project.read("mlcatalog.lock") == text)
  }

  @Test("any other lock that cannot be read is left as it is")
  func broken() async throws {
    let catalog = try await SampleCatalog()
    let project = try Project()
    for text in ["", "{\"schemaVersion\": 2}", "{\"schemaVersion\": 1, \"project\": 7}"] {
      try project.write(text, to: "mlcatalog.lock")
      let run = try await process(project, catalog).run("lock")
      #expect(run.status == 65, "\(run.everything)")
      #expect(try project.read("mlcatalog.lock") == text)
    }
  }

  @Test("a disk that is full leaves the lock that was there, and nothing beside it")
  func fullDisk() async throws {
    let catalog = try await SampleCatalog()
    let project = try Project()
    let publisher = process(project, catalog)
    try project.replace("public.users", with: "public.orders")
    #expect(try await publisher.run("lock").status == 0)
    let text = try project.read("mlcatalog.lock")
    let before = try FileManager.default.contentsOfDirectory(atPath: project.path)
    try project.write(Project.manifest)
    // A file of a kilobyte is the largest that may be written.
    let shell = try await ProgramRun.of(
      URL(filePath: "/bin/bash"),
      [
        "-c", "trap '' XFSZ; ulimit -f 1; set -o pipefail; \"$0\" lock | cat",
        PublisherProcess.executable.path,
      ], environment: publisher.environment, in: URL(filePath: project.path))
    #expect(shell.status == 73, "\(shell.errors)")
    #expect(shell.output.contains("error[MLC837]: mlcatalog.lock could not be written"))
    #expect(try project.read("mlcatalog.lock") == text)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: project.path).sorted() == before.sorted())
  }

  @Test("a server that is away, a token or a registry that is refused leave the lock as it was")
  func failures() async throws {
    let catalog = try await SampleCatalog()
    let project = try Project()
    #expect(try await process(project, catalog).run("lock").status == 0)
    let text = try project.read("mlcatalog.lock")
    try project.replace("public.users", with: "public.orders")
    let away = try await PublisherProcess(project, host: "http://127.0.0.1:1", token: "t.o.k")
      .run("lock", "--timeout", "3")
    #expect(away.status == 69, "\(away.everything)")
    let wrong = try await PublisherProcess(project, host: catalog.host, token: "a.wrong.token")
      .run("lock")
    #expect(wrong.status == 77, "\(wrong.everything)")
    #expect(wrong.output.contains("the token is that of OPENMETADATA_JWT_TOKEN"))
    try project.write(
      "name: R\nalgorithm: A\nregistry: {mlflow: {model: m, version: 1}}\n", to: "ml_model.yaml")
    var registry = process(project, catalog)
    #expect(try await registry.run("lock").status == 78)
    registry.environment["MLFLOW_TRACKING_URI"] = "http://ann:hunter2hunter2@127.0.0.1:1"
    let silent = try await registry.run("lock", "--timeout", "3")
    #expect(silent.status == 69, "\(silent.everything)")
    #expect(!silent.everything.contains("hunter2"), "\(silent.everything)")
    #expect(try project.read("mlcatalog.lock") == text)
    try project.write("name: 'open\n")
    #expect(try await process(project, catalog).run("lock").status == 65)
    #expect(try project.read("mlcatalog.lock") == text)
  }

  @Test("an e-mail address is kept only where a manifest writes it")
  func privacy() async throws {
    let catalog = try await SampleCatalog()
    let project = try Project()
    try project.replace("target:", with: "owners: [admin]\ntarget:")
    #expect(try await process(project, catalog).run("lock").status == 0)
    #expect(!(try project.read("mlcatalog.lock").contains("@")))
    try project.replace("[admin]", with: "[Admin@open-metadata.org]")
    #expect(try await process(project, catalog).run("lock").status == 0)
    #expect(try project.read("mlcatalog.lock").contains("admin@open-metadata.org"))
    let offline = try await project.checkOffline()
    #expect(offline.diagnostics.isEmpty, "\(offline.told)")
  }

  @Test(
    "a text that a steward wrote and the lock acknowledges gives way to the file, others do not")
  func acknowledged() async throws {
    let (catalog, project) = try await SampleCatalog.published()
    let publisher = process(project, catalog)
    let admin = catalog.catalog.adminToken
    try await catalog.edit("description", "Written by a steward.", token: admin)
    #expect(try await publisher.run("lock").status == 0)
    let kept = try await publisher.run("publish")
    #expect(kept.status == 0, "\(kept.everything)")
    #expect(try await catalog.model()["description"] == "Written by a steward.")

    try project.replace("Predicts the revenue", with: "Estimates the revenue")
    let lock = try project.read("mlcatalog.lock")
    try FileManager.default.removeItem(atPath: "\(project.path)/mlcatalog.lock")
    let conflict = try await publisher.run("publish", "--check")
    #expect(conflict.status == 1, "\(conflict.everything)")
    #expect(conflict.output.contains("MLC401"), "\(conflict.everything)")

    try project.write(lock, to: "mlcatalog.lock")
    let won = try await publisher.run("publish")
    #expect(won.status == 0, "\(won.everything)")
    #expect(won.output.contains("MLC405"), "\(won.everything)")
    #expect(try await catalog.model()["description"] == "Estimates the revenue of restaurants.\n")

    try await catalog.edit("description", "Written again.", token: admin)
    try project.replace("Estimates the revenue", with: "Guesses the revenue")
    let again = try await publisher.run("publish", "--check")
    #expect(again.status == 1, "\(again.everything)")
    #expect(again.output.contains("MLC401"), "\(again.everything)")
  }
}
