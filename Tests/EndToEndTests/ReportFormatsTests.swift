import Foundation
import JSONDocuments
import TestSupport
import Testing

@Suite("Reports in the formats of platforms, from the program", .timeLimit(.minutes(5)))
struct ReportFormatsTests {
  private let project: Project

  init() throws {
    project = try Project(Project.manifest.replacing("numerical", with: "numeric"))
  }

  private func check(
    _ arguments: [String], _ environment: [String: String] = [:]
  ) async throws -> PublisherProcess.Outcome {
    var publisher = PublisherProcess(project)
    publisher.environment.merge(environment) { $1 }
    return try await publisher.start(["publish", "--check"] + arguments).outcome()
  }

  @Test("several go to files of their own in one run, each in its format")
  func several() async throws {
    let formats = ["text", "json", "gitlab", "sarif", "junit", "rdjson", "markdown"]
    let run = try await check(formats.flatMap { ["--output", "\($0)=\($0).out"] })
    for format in formats {
      let text = try project.read("\(format).out")
      #expect(text.contains("MLC235"), "\(format): \(text)")
    }
    #expect(run.output == (try project.read("text.out")))
  }

  @Test("MLCATALOG_FORMAT names any of them")
  func variable() async throws {
    let formats = [
      "json": "{\n", "github": "::error file=ml_model.yaml,line=16,", "gitlab": "[\n",
      "sarif": "{\n  \"$schema\"", "junit": "<?xml", "rdjson": "{\n  \"diagnostics\"",
      "azure": "##vso[task.logissue type=error;sourcepath=ml_model.yaml;linenumber=16;",
      "markdown": "<!-- mlcatalog -->\n",
    ]
    for (format, start) in formats {
      let run = try await check([], ["MLCATALOG_FORMAT": format])
      #expect(run.output.hasPrefix(start), "\(format): \(run.output)")
      #expect(run.errors.isEmpty)
    }
  }

  @Test("on GitHub the summary is added to, and the outputs are written")
  func github() async throws {
    try project.write("before\n", to: "summary.md")
    let files = ["GITHUB_STEP_SUMMARY": "summary.md", "GITHUB_OUTPUT": "outputs"]
    let run = try await check(["--format", "github"], files)
    let summary = try project.read("summary.md")
    #expect(summary.hasPrefix("before\n<!-- mlcatalog -->\n## Model catalog: "))
    let outputs = try project.read("outputs")
    #expect(outputs.contains(/(?m)^exit-status<<(mlcatalog_[0-9a-f]+)\n78\n\1\n/))
    #expect(run.status == 78)
    _ = try await check(["--format", "github"], files)
    #expect(try project.read("summary.md").count > summary.count * 2 - 10)
  }

  @Test("without --format github nothing is written for GitHub")
  func otherFormat() async throws {
    _ = try await check([], ["GITHUB_STEP_SUMMARY": "summary.md", "GITHUB_OUTPUT": "outputs"])
    #expect(throws: (any Error).self) { try project.read("summary.md") }
    #expect(throws: (any Error).self) { try project.read("outputs") }
  }

  @Test("a summary that cannot be written is told like any report")
  func unwritableSummary() async throws {
    let catalog = try await SampleCatalog()
    var publisher = PublisherProcess(try Project(), host: catalog.host, token: catalog.token)
    publisher.environment["GITHUB_STEP_SUMMARY"] = "/no/such/folder/summary.md"
    let run = try await publisher.run("publish", "--check", "--format", "github")
    #expect(run.status == 73, "\(run.everything)")
    #expect(run.errors.contains("/no/such/folder/summary.md"))
  }

  @Test("paths begin at the repository's root, wherever the run starts")
  func subfolder() async throws {
    let root = URL(filePath: project.path)
    for folder in [".git", "models/teams"] {
      try FileManager.default.createDirectory(
        at: root.appending(path: folder), withIntermediateDirectories: true)
    }
    let run = try await ProgramRun.of(
      PublisherProcess.executable,
      ["publish", "--check", "--format", "github", "../../ml_model.yaml"],
      in: root.appending(path: "models/teams"))
    #expect(run.output.contains("::error file=ml_model.yaml,line=16,"), "\(run.output)")
  }

  @Test("outside of a repository they begin at the platform's workspace")
  func workspace() async throws {
    let parent = URL(filePath: project.path).deletingLastPathComponent().path
    let run = try await check(["--format", "github"], ["GITHUB_WORKSPACE": parent])
    let name = URL(filePath: project.path).lastPathComponent
    #expect(run.output.contains("::error file=\(name)/ml_model.yaml,line=16,"), "\(run.output)")
  }

  @Test("Azure Pipelines is shown the Markdown report of the same run")
  func azureSummary() async throws {
    let run = try await check(["--format", "azure", "--output", "markdown=report.md"])
    #expect(run.output.contains("##vso[task.uploadsummary]/"))
    #expect(run.output.contains("/report.md\n"))
  }

  @Test("two reports to one file, and commands to a file, are refused before anything is done")
  func refused() async throws {
    try project.write("", to: "link.json")
    let wrong = [
      ["json=a", "sarif=./a"], ["json=a", "json=\(project.path)/a"], ["github=a"], ["azure=a"],
    ]
    for targets in wrong {
      let run = try await check(targets.flatMap { ["--output", $0] })
      #expect(run.status == 64, "\(targets): \(run.everything)")
      #expect(run.errors.contains("hint: "))
    }
    #expect(throws: (any Error).self) { try project.read("a") }
  }

  @Test(
    "a report is never written over what the run reads",
    arguments: [
      "ml_model.yaml", "link.json", "mlcatalog.yaml", "mlcatalog.lock", ".env", "token",
      "sub/.env",
    ])
  func overInput(name: String) async throws {
    try project.write("server: {}\n", to: "mlcatalog.yaml")
    try project.write("A=b\n", to: ".env")
    try project.write("secret\n", to: "token")
    for (link, target) in [("link.json", "ml_model.yaml"), ("sub", ".")] {
      try FileManager.default.createSymbolicLink(
        atPath: "\(project.path)/\(link)", withDestinationPath: target)
    }
    let former = try? project.read(name)
    let run = try await check(
      ["--output", "json=\(name)"], ["OPENMETADATA_JWT_TOKEN_FILE": "token"])
    #expect(run.status == 64, "\(run.everything)")
    #expect(run.errors.contains("which this run reads"))
    #expect((try? project.read(name)) == former)
  }

  @Test("a link to a file elsewhere is refused, and nothing of that file is shown")
  func linkOut() async throws {
    let link = project.path + "/nn.yaml"
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "/etc/passwd")
    let run = try await check(["nn.yaml"])
    #expect(run.status != 0)
    #expect(
      run.everything.contains(
        "nn.yaml cannot be read: it is a link that leads out of the repository"))
    #expect(!run.everything.contains("root:"))
  }
}
