import Foundation
import JSONDocuments
import TestSupport
import Testing

/// The files by which shards run on several machines, each run as its service runs it.
@Suite("Templates for many models", .timeLimit(.minutes(5)))
struct ManyModelsTemplateTests {
  private static let job = "docker/kubernetes/publish-job.yaml"
  private static let gitLab = "ci-templates/gitlab/many-models.gitlab-ci.yml"

  /// The environment of each of four shards that share a catalog.
  private func runAll(
    _ script: String, _ fleet: ModelFleet, _ catalog: SampleCatalog,
    _ environment: (Int) -> [String: String]
  ) async throws {
    let programs = PublisherProcess.executable.deletingLastPathComponent().path
    let inherited = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    for index in 0..<4 {
      let run = try await ProgramRun.of(
        URL(filePath: "/bin/sh"), ["-euc", script],
        environment: environment(index).merging([
          "PATH": "\(programs):\(inherited)", "CI": "true", "OPENMETADATA_HOST": catalog.host,
        ]) { $1 }, in: URL(filePath: fleet.project.path))
      #expect(run.status == 0, "\(run.output)\(run.errors)")
      #expect(run.output.contains(" in shard \(index + 1)/4"), "\(run.output)")
    }
    #expect(try await catalog.fleet() == fleet.names.sorted())
  }

  @Test("the pods of the Indexed Job publish every model")
  func kubernetes() async throws {
    let fleet = try ModelFleet(9)
    let catalog = try await SampleCatalog()
    try fleet.project.write(catalog.token + "\n", to: "token")
    let spec = try CIFile(Self.job).content["spec"]
    let container = spec?["template"]?["spec"]?["containers"]?.array?.first
    #expect(container?["command"] == ["/bin/sh", "-euc"])
    let script = try #require(container?["args"]?.array?.first?.string)
    let shards = container?["env"]?.array?.first { $0["name"] == "SHARDS" }?["value"]?.string
    #expect(shards == spec?["completions"]?.string)
    try await runAll(script, fleet, catalog) { index in
      [
        "JOB_COMPLETION_INDEX": "\(index)", "SHARDS": shards ?? "",
        "OPENMETADATA_JWT_TOKEN_FILE": fleet.project.path + "/token",
      ]
    }
  }

  @Test("the parallel jobs of GitLab publish every model")
  func gitLab() async throws {
    let fleet = try ModelFleet(9)
    let catalog = try await SampleCatalog()
    let job = try CIFile(Self.gitLab).content["mlcatalog-publish-shard"]
    let script = try #require(job?["script"]?.array?.first?.string)
    #expect(job?["parallel"]?.string == "4")
    try await runAll(script, fleet, catalog) { index in
      [
        "CI_NODE_INDEX": "\(index + 1)", "CI_NODE_TOTAL": "4",
        "OPENMETADATA_JWT_TOKEN": catalog.token,
      ]
    }
  }

  @Test("the matrix of GitHub publishes every model")
  func gitHub() async throws {
    let fleet = try ModelFleet(9)
    let catalog = try await SampleCatalog()
    let file = try CIFile("ci-templates/github/publish-many.yml")
    let matrix = file.content["jobs"]?["publish"]?["strategy"]?["matrix"]?["shard"]?.array
    for shard in matrix ?? [] {
      let run = try await GitHubRunner().run(
        try file.step("Publish"),
        [
          "vars.OPENMETADATA_HOST": catalog.host,
          "secrets.OPENMETADATA_JWT_TOKEN": catalog.token,
          "matrix.shard": shard.string ?? "", "strategy.job-total": "\(matrix?.count ?? 0)",
        ], in: URL(filePath: fleet.project.path))
      #expect(run.status == 0, "\(run.output)\(run.errors)")
    }
    #expect(try await catalog.fleet() == fleet.names.sorted())
  }

  @Test(
    "the Indexed Job follows the schema of Kubernetes",
    .enabled(if: PythonEnvironment.tools != nil, "no tools for it: run `make setup`"))
  func schema() async throws {
    let run = try await ContainerStack.tool("kubernetes-validate", ["--strict", Self.job])
    #expect(run.status == 0, "\(run.output)\(run.errors)")
    #expect(run.output.contains("passed"), "\(run.output)\(run.errors)")
  }
}
