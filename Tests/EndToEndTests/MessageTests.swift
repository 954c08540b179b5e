import Foundation
import TestSupport
import Testing

/// What people read when the world is not as the command line says.
@Suite("Messages about files and folders", .timeLimit(.minutes(5)))
struct MessageTests {
  private let project: Project

  init() throws { project = try Project() }

  /// Runs the program as somebody who owns none of the files: root may read all of them.
  private func runAsNobody(_ arguments: String...) async throws -> ProgramRun {
    let program = PublisherProcess.executable.path
    let isRoot = geteuid() == 0
    return try await ProgramRun.of(
      URL(filePath: isRoot ? "/usr/bin/setpriv" : program),
      (isRoot ? ["--reuid", "65534", "--clear-groups", program] : []) + arguments,
      in: URL(filePath: project.path))
  }

  @Test("a folder that may not be read is told, and is no green check when it was asked for")
  func unreadableFolder() async throws {
    let folder = project.path + "/models"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try project.write(Project.manifest, to: "models/ml_model_b.yaml")
    let hidden: [FileAttributeKey: Any] = [.posixPermissions: 0]
    try FileManager.default.setAttributes(hidden, ofItemAtPath: folder)
    defer {
      try? FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder)
    }
    let named = try await runAsNobody("publish", "--check", "--offline", "models")
    #expect(named.status == 66, "\(named.output) \(named.errors)")
    #expect(named.output.contains("error[MLC806]: models cannot be read: Permission denied"))

    let around = try await runAsNobody("publish", "--check", "--offline", ".")
    #expect(
      around.output.contains(
        "warning[MLC857]: the folder was not searched: ./models: Permission denied"),
      "\(around.output)")

    // A pattern that leads elsewhere needs nothing of the folder.
    try project.write("manifests: [ml_model.yaml]\n", to: "mlcatalog.yaml")
    let elsewhere = try await runAsNobody("publish", "--check", "--offline")
    #expect(!elsewhere.output.contains("MLC857"), "\(elsewhere.output)")
    try project.write("manifests: ['**/ml_model*.yaml']\n", to: "mlcatalog.yaml")
    let below = try await runAsNobody("publish", "--check", "--offline")
    #expect(below.output.contains("not searched: models: Permission denied"), "\(below.output)")
  }

  @Test("a report to a folder is told to name a file in it")
  func reportToFolder() async throws {
    let run = try await PublisherProcess(project).run(
      "publish", "--check", "--offline", "--output", "json=/tmp/", "--output", "text=/no/where/r")
    #expect(run.errors.contains("could not be written: /tmp/: Is a directory"), "\(run.errors)")
    #expect(run.errors.contains("hint: name a file in it, as in /tmp/report\n"))
    #expect(run.errors.contains("hint: make its folder, or room for it"))
  }

  @Test("a check of a lock that is not there says that there is none")
  func noLock() async throws {
    let catalog = try await SampleCatalog()
    let publisher = PublisherProcess(project, host: catalog.host, token: catalog.token)
    let checked = try await publisher.run("lock", "--check", "-q")
    #expect(checked.status == 1)
    #expect(checked.output.contains("error[MLC210]: there is no mlcatalog.lock"))
    #expect(checked.output.contains("There is no mlcatalog.lock to compare with OpenMetadata"))
    #expect(try await publisher.run("lock", "-q").output.hasPrefix("Wrote mlcatalog.lock from "))
    let same = try await publisher.run("lock", "-q")
    #expect(same.output.hasPrefix("mlcatalog.lock is up to date with OpenMetadata 1.5.10 at "))
  }

  @Test("owners are told with the address that the file writes, and counted once in a lock")
  func owners() async throws {
    let catalog = try await SampleCatalog()
    try await catalog.addEntities()
    try project.replace(
      "target:",
      with: "owners: [Jane.Doe@example.com, admin]\nextension: {approver: admin}\ntarget:")
    let publisher = PublisherProcess(project, host: catalog.host, token: catalog.token)
    let checked = try await publisher.run("publish", "--check")
    #expect(
      checked.output.contains(
        "the catalog has no user `jane.doe`, as whom `Jane.Doe@example.com` is looked up"),
      "\(checked.everything)")
    let locked = try await publisher.run("lock")
    #expect(locked.output.contains("+ 2 users\n"), "\(locked.everything)")
    #expect(locked.output.split(separator: "\n").count { $0.contains("user") } == 1)
  }
}
