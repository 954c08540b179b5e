import Foundation
import JSONDocuments
import TestSupport
import Testing

/// The jobs of `ci-templates/gitlab/mlcatalog.gitlab-ci.yml` in a real clone.
@Suite("The template for GitLab", .timeLimit(.minutes(5)))
struct GitLabTemplateTests {
  @Test("judges a fork's merge request by the lockfile alone")
  func fork() async throws {
    let catalog = try await LockedCatalog()
    catalog.sample.catalog.stop()
    let checkout = try await Checkout(main: catalog.files, change: LockedCatalog.wrongColumn)
    let run = try await job(
      "mlcatalog-check", checkout, ["CI_MERGE_REQUEST_SOURCE_PROJECT_ID": "2"])
    #expect(run.status == 1, "\(run.output)\(run.errors)")
    let findings = try JSON(parsing: try checkout.read("gl-code-quality-report.json")).array
    #expect(findings?.first?["check_name"]?.string?.contains("MLC264") == true)
    #expect(try checkout.read("mlcatalog-junit.xml").contains("MLC264"))
  }

  @Test(
    "judges a merge request of the project itself by the catalog too, with the token that reads")
  func own() async throws {
    let catalog = try await LockedCatalog()
    let checkout = try await Checkout(main: catalog.files, change: LockedCatalog.otherText)
    let run = try await job(
      "mlcatalog-check", checkout,
      [
        "CI_MERGE_REQUEST_SOURCE_PROJECT_ID": "1", "OPENMETADATA_HOST": catalog.sample.host,
        "OPENMETADATA_READ_TOKEN": catalog.sample.token,
      ])
    #expect(run.status == 0, "\(run.output)\(run.errors)")
    #expect(run.output.contains("to create"), "\(run.output)")
    #expect(try await catalog.sample.modelStatus() == 404)
  }

  @Test("publishes from the default branch and from a tag on it, and from no other")
  func publish() async throws {
    let catalog = try await SampleCatalog()
    let files = ["ml_model.yaml": Project.manifest]
    let main = try await Checkout(main: files)
    let elsewhere = try await Checkout(main: files, change: ["other": "x"])
    let server = [
      "OPENMETADATA_HOST": catalog.host, "OPENMETADATA_JWT_TOKEN": catalog.token,
    ]
    let tag = ["CI_COMMIT_TAG": "revenue@prod"]
    let refused = try await job("mlcatalog-publish", elsewhere, server.merging(tag) { $1 })
    #expect(refused.status == 1)
    #expect(refused.errors.contains("the tag is not on main"), "\(refused.errors)")
    #expect(try await catalog.modelStatus() == 404)
    for variables in [server, server.merging(tag) { $1 }] {
      let run = try await job("mlcatalog-publish", main, variables)
      #expect(run.status == 0, "\(run.output)\(run.errors)")
    }
    #expect(try await catalog.modelStatus() == 200)
  }

  @Test("tells drift by the reports of a schedule that publishes nothing")
  func drift() async throws {
    let (catalog, project) = try await SampleCatalog.published()
    let checkout = try await Checkout(main: ["ml_model.yaml": try project.read("ml_model.yaml")])
    let server = [
      "OPENMETADATA_HOST": catalog.host, "CATALOG_PUBLISHER": "publisher",
      "OPENMETADATA_READ_TOKEN": try await catalog.catalog.makeBot("reader"),
    ]
    for status in [Int32(0), 1] {
      let run = try await job("mlcatalog-drift", checkout, server, of: "drift")
      #expect(run.status == status, "\(run.output)\(run.errors)")
      #expect(try checkout.read("mlcatalog-junit.xml").contains("MLC450") == (status == 1))
      try await catalog.edit("description", "Theirs", token: catalog.catalog.adminToken)
    }
    for (file, job) in [
      ("mlcatalog", "mlcatalog-publish"), ("many-models", "mlcatalog-publish-shard"),
    ] {
      let rules = try CIFile("ci-templates/gitlab/\(file).gitlab-ci.yml").content[job]?["rules"]
      #expect(rules?.array?.first == ["if": #"$MLCATALOG_DRIFT == "true""#, "when": "never"])
    }
  }

  /// Runs the lines of a job's script as GitLab's runner does.
  private func job(
    _ name: String, _ checkout: Checkout, _ variables: [String: String],
    of template: String = "mlcatalog"
  ) async throws -> ProgramRun {
    let file = try CIFile("ci-templates/gitlab/\(template).gitlab-ci.yml")
    guard let lines = file.content[name]?["script"]?.array?.compactMap(\.string) else {
      throw CIFileError(description: "no job '\(name)'")
    }
    let programs = PublisherProcess.executable.deletingLastPathComponent().path
    let inherited = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    let environment = try [
      "CI": "true", "GITLAB_CI": "true", "PATH": "\(programs):\(inherited)",
      "CI_PROJECT_DIR": checkout.place.path, "CI_DEFAULT_BRANCH": "main",
      "CI_COMMIT_SHA": await checkout.hash(), "CI_MERGE_REQUEST_PROJECT_ID": "1",
      "CI_MERGE_REQUEST_DIFF_BASE_SHA": await checkout.hash("origin/main"),
    ]
    return try await ProgramRun.of(
      URL(filePath: "/bin/bash"), ["-eo", "pipefail", "-c", lines.joined(separator: "\n")],
      environment: environment.merging(variables) { $1 }, in: checkout.place)
  }
}
