import Foundation
import JSONDocuments
import TestSupport
import Testing

/// The steps of `ci-templates/azure-pipelines` in a real clone.
@Suite("The template for Azure Pipelines", .timeLimit(.minutes(5)))
struct AzurePipelinesTemplateTests {
  @Test("judges a pull request by the lockfile, and logs each finding as an issue of the run")
  func offline() async throws {
    let catalog = try await LockedCatalog()
    catalog.sample.catalog.stop()
    let checkout = try await Checkout(main: catalog.files, change: LockedCatalog.wrongColumn)
    let branch = try await step("Check with the lockfile", checkout)
    #expect(branch.status == 1, "\(branch.output)\(branch.errors)")
    #expect(branch.output.contains("error[MLC264]") && !branch.output.contains("##"))
    let run = try await step(
      "Check with the lockfile", checkout, ["SYSTEM_PULLREQUEST_ISFORK": "True"])
    #expect(run.status == 1, "\(run.output)\(run.errors)")
    #expect(run.output.contains("##vso[task.logissue type=error;sourcepath="), "\(run.output)")
    #expect(try checkout.read(".git/mlcatalog-junit.xml").contains("MLC264"))
  }

  @Test("judges it by the catalog, and publishes from the main branch")
  func online() async throws {
    let catalog = try await LockedCatalog()
    let checkout = try await Checkout(main: catalog.files, change: LockedCatalog.otherText)
    let host = ["OPENMETADATA_HOST": catalog.sample.host]
    let check = try await step(
      "Check with the catalog", checkout, host,
      macros: ["OPENMETADATA_READ_TOKEN": catalog.sample.token])
    #expect(check.status == 0, "\(check.output)\(check.errors)")
    #expect(try await catalog.sample.modelStatus() == 404)
    let publish = try await step(
      "Publish", checkout, host, macros: ["OPENMETADATA_JWT_TOKEN": catalog.sample.token])
    #expect(publish.status == 0, "\(publish.output)\(publish.errors)")
    #expect(try await catalog.sample.modelStatus() == 200)
  }

  @Test("tells drift as issues of a nightly run")
  func drift() async throws {
    let (catalog, project) = try await SampleCatalog.published()
    let checkout = try await Checkout(main: ["ml_model.yaml": try project.read("ml_model.yaml")])
    let server = ["OPENMETADATA_HOST": catalog.host, "CATALOG_PUBLISHER": "publisher"]
    let reader = try await catalog.catalog.makeBot("reader")
    for status in [Int32(0), 1] {
      let run = try await step(
        "Compare", checkout, server, macros: ["OPENMETADATA_READ_TOKEN": reader])
      #expect(run.status == status, "\(run.output)\(run.errors)")
      #expect(run.output.contains("code=MLC450") == (status == 1), "\(run.output)")
      try await catalog.edit("description", "Theirs", token: catalog.catalog.adminToken)
    }
  }

  @Test("installs a release by its checksum, and no other")
  func install() async throws {
    let archive = try await ReleaseArchive()
    defer { archive.stop() }
    let checkout = try await Checkout(main: ["ml_model.yaml": Project.manifest])
    for (sum, status) in [
      (archive.checksum, Int32(0)), (String(repeating: "0", count: 64), 1),
    ] {
      let run = try await step(
        "Install mlcatalog", checkout,
        parameters: [
          "version": archive.version, "sha256": sum,
          "releases": "\(archive.url)/acme/mlcatalog/releases/download",
        ])
      #expect(run.status == status, "\(run.output)\(run.errors)")
      #expect(run.output.contains("##vso[task.prependpath]") == (status == 0))
    }
  }

  /// Runs a step as the agent does: macros and parameters stand in its variables only.
  private func step(
    _ name: String, _ checkout: Checkout, _ variables: [String: String] = [:],
    macros: [String: String] = [:], parameters: [String: String] = [:]
  ) async throws -> ProgramRun {
    let folder = "ci-templates/azure-pipelines"
    let steps = try ["mlcatalog.yml", "install-mlcatalog.yml", "drift.yml"].flatMap { file in
      let content = try CIFile("\(folder)/\(file)").content
      return (content["steps"]?.array ?? [])
        + (content["jobs"]?.array ?? []).flatMap { $0["steps"]?.array ?? [] }
    }
    guard let step = steps.first(where: { $0["displayName"]?.string == name }),
      let script = step["bash"]?.string
    else { throw CIFileError(description: "no step '\(name)'") }
    var given = step["env"]?.texts ?? [:]
    for (macro, value) in macros {
      given = given.mapValues { $0.replacing("$(\(macro))", with: value) }
    }
    for (parameter, value) in parameters {
      given = given.mapValues { $0.replacing("${{ parameters.\(parameter) }}", with: value) }
    }
    let programs = PublisherProcess.executable.deletingLastPathComponent().path
    let inherited = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    let environment = [
      "TF_BUILD": "True", "PATH": "\(programs):\(inherited)", "NO_PROXY": "127.0.0.1",
      "AGENT_TEMPDIRECTORY": checkout.place.appending(path: ".git").path,
      "SYSTEM_PULLREQUEST_TARGETBRANCH": "refs/heads/main",
    ]
    return try await ProgramRun.of(
      URL(filePath: "/bin/bash"), ["--noprofile", "--norc", "-c", script],
      environment: environment.merging(variables) { $1 }.merging(given) { $1 }, in: checkout.place)
  }
}
