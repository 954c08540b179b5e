import Foundation
import JSONDocuments
import TestSupport
import Testing

/// What can be said of these files without running them, by the tools that know their services.
@Suite(
  "Files of continuous integration",
  .enabled(if: PythonEnvironment.tools != nil, "no tools for them: run `make setup`"),
  .timeLimit(.minutes(5)))
struct CIFileTests {
  static let workflows = [
    ".github/workflows/ci.yml", ".github/workflows/release.yml", "ci-templates/github/comment.yml",
    "ci-templates/github/publish.yml", "ci-templates/github/publish-many.yml",
    "ci-templates/github/pull-request.yml", "ci-templates/github/drift.yml",
  ]
  static let others = [
    "action.yml", "ci-templates/gitlab/mlcatalog.gitlab-ci.yml",
    "ci-templates/gitlab/many-models.gitlab-ci.yml", "ci-templates/gitlab/drift.gitlab-ci.yml",
    "ci-templates/azure-pipelines/drift.yml",
    "ci-templates/azure-pipelines/mlcatalog.yml",
    "ci-templates/azure-pipelines/install-mlcatalog.yml",
  ]

  @Test(
    "follow the schemas of their services",
    arguments: [
      (workflows, ["--builtin-schema", "vendor.github-workflows"]),
      (workflows, ["--builtin-schema", "custom.github-workflows-require-timeout"]),
      (["action.yml"], ["--builtin-schema", "vendor.github-actions"]),
      (
        others.filter { $0.contains("gitlab") },
        ["--builtin-schema", "vendor.gitlab-ci", "--data-transform", "gitlab-ci"]
      ),
      (
        others.filter { $0.contains("azure") },
        [
          "--builtin-schema", "vendor.azure-pipelines", "--data-transform", "azure-pipelines",
          "--regex-variant", "nonunicode",
        ]
      ),
    ])
  func schemas(files: [String], options: [String]) async throws {
    let run = try await ContainerStack.tool("check-jsonschema", options + files)
    #expect(run.status == 0, "\(run.output)\(run.errors)")
  }

  @Test("leave nothing for an auditor of workflows to find")
  func audit() async throws {
    let run = try await ContainerStack.tool(
      "zizmor",
      ["--offline", "--no-progress", "--strict-collection", "--collect=all", "action.yml"]
        + [".pre-commit-hooks.yaml"] + Self.workflows)
    #expect(run.status == 0, "\(run.output)\(run.errors)")
    #expect(run.output.contains("No findings to report"), "\(run.output)\(run.errors)")
  }

  @Test("no name from outside becomes part of a script", arguments: workflows + others)
  func scripts(path: String) throws {
    let file = try CIFile(path)
    for script in file.values(of: ["run", "bash", "script"]) {
      let text = (script.array ?? [script]).compactMap(\.string).joined(separator: "\n")
      #expect(!text.contains("${{"), "an expression is pasted into a script: use env:\n\(text)")
      #expect(text.firstMatch(of: /\$\([A-Z][A-Za-z]*\.[A-Za-z.]+\)/) == nil, "\(text)")
    }
  }

  @Test("hold scripts that a linter has nothing to say about", arguments: workflows + others)
  func lint(path: String) async throws {
    let file = try CIFile(path)
    let folder = FileManager.default.temporaryDirectory.appending(path: "scripts-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    var scripts: [String] = []
    for script in file.values(of: ["run", "bash", "script"]) {
      for text in (script.array ?? [script]).compactMap(\.string) {
        scripts.append(folder.appending(path: "\(scripts.count).bash").path)
        try Data("#!/bin/bash\n\(text)\n".utf8).write(to: URL(filePath: scripts[scripts.count - 1]))
      }
    }
    try #require(!scripts.isEmpty)
    let run = try await ProgramRun.of(URL(filePath: "/usr/bin/env"), ["shellcheck"] + scripts)
    #expect(run.status == 0, "\(run.output)\(run.errors)")
  }

  @Test("name actions by their commit, with the version beside it", arguments: workflows)
  func pins(path: String) throws {
    let text = try String(
      contentsOf: ProgramRun.packageFolder.appending(path: path), encoding: .utf8)
    for line in text.split(separator: "\n") where line.contains("uses: ") {
      if line.contains("uses: ./") { continue }
      #expect(
        line.firstMatch(of: /uses: [\w.-]+\/[\w.-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/) != nil,
        "\(line)")
    }
  }

  @Test("give a workflow no right that one of its jobs does not ask for", arguments: workflows)
  func permissions(path: String) throws {
    let file = try CIFile(path)
    #expect(file.content["permissions"]?.object?.isEmpty == true)
    for job in file.content["jobs"]?.object?.members ?? [] {
      #expect(job.value["permissions"]?.object?.isEmpty == false, "\(job.key)")
    }
    #expect(file.content["on"]?["pull_request_target"] == nil)
  }

  @Test("let no pull request write, and show no secret to a fork's")
  func pullRequest() throws {
    let file = try CIFile("ci-templates/github/pull-request.yml")
    let rights = file.content["jobs"]?["check"]?["permissions"]
    #expect(rights == ["contents": "read"])
    for step in file.steps where step.text().contains("secrets.") {
      #expect(step["if"]?.string?.contains("env.IS_FORK == 'false'") == true, "\(step.text())")
    }
  }
}
