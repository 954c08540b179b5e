import Foundation
import JSONDocuments
import TestSupport
import Testing

@Suite("Mending files")
struct MendingTests {
  private static let flawed = Project.manifest
    .replacing("algorithm: XGBoost", with: "algoritm: XGBoost # by hand")
    .replacing("name: rating", with: "name: raitng")
    .replacing("public.orders", with: "public.order")
    .replacing("        dataType: boolean\n", with: "")
    .replacing("target: expected_time", with: "target: 1.10")
    .replacing("dataType: numerical", with: "dataType: Numeric")

  private static let mended = Project.manifest
    .replacing("algorithm: XGBoost", with: "algorithm: XGBoost # by hand")
    .replacing("target: expected_time", with: "target: \"1.10\"")

  private func git(_ arguments: [String], in project: Project) async throws -> ProgramRun {
    try await ProgramRun.of(
      URL(filePath: "/usr/bin/env"), ["git"] + arguments, in: URL(filePath: project.path))
  }

  @Test(
    "what can be meant in one way only is mended, the catalog stays, and the next check is clean")
  func mending() async throws {
    let catalog = try await SampleCatalog()
    let project = try Project(Self.flawed)
    let publisher = PublisherProcess(project, host: catalog.host, token: catalog.token)
    let shown = try await publisher.run("publish", "--check", "--fix", "--diff")
    #expect(shown.status == 1, "\(shown.everything)")
    #expect(try project.read("ml_model.yaml") == Self.flawed)
    try project.write(shown.output, to: "fix.diff")
    #expect(try await git(["apply", "--check", "fix.diff"], in: project).status == 0)
    #expect(shown.errors.contains("No file was changed: 6 findings would be mended."))

    let run = try await publisher.run("publish", "--check", "--fix")
    #expect(run.status == 0, "\(run.everything)")
    #expect(run.output.contains("Mended: 6 findings in ml_model.yaml."))
    #expect(try project.read("ml_model.yaml") == Self.mended)

    let again = try await publisher.run("publish", "--check", "--fix", "--format", "json")
    #expect(again.status == 0, "\(again.everything)")
    #expect(try JSON(parsing: again.output)["fixed"] == nil)
    #expect(try JSON(parsing: again.output)["diagnostics"]?.array == [])
    #expect(try await catalog.catalog.require("GET", "mlmodels")["paging"]?["total"] == 0)
  }

  @Test("with --diff the reports tell of the files as they are, since nothing is mended")
  func reportsOfDifference() async throws {
    let catalog = try await SampleCatalog()
    let project = try Project(Self.flawed)
    let shown = try await PublisherProcess(project, host: catalog.host, token: catalog.token)
      .run("publish", "--check", "--fix", "--diff", "--output", "json=report.json")
    #expect(shown.status == 1, "\(shown.everything)")
    let report = try JSON(parsing: project.read("report.json"))
    #expect(report["fixed"] == nil)
    let codes = report["diagnostics"]?.array?.compactMap { $0["code"]?.string } ?? []
    #expect(codes.contains("MLC230") && codes.contains("MLC264"), "\(codes)")
  }

  @Test("what is left to a person fails the check as ever, and a report says what was mended")
  func left() async throws {
    let catalog = try await SampleCatalog()
    let project = try Project(
      Self.flawed.replacing("name: premium", with: "name: premium_of_user\n        colour: red")
    )
    let run = try await PublisherProcess(project, host: catalog.host, token: catalog.token)
      .run("publish", "--check", "--fix", "--format", "json")
    #expect(run.status == 1, "\(run.everything)")
    let report = try JSON(parsing: run.output)
    let codes = { (key: String) in report[key]?.array?.compactMap { $0["code"]?.string } ?? [] }
    #expect(codes("diagnostics").sorted() == ["MLC230", "MLC264"])
    #expect(
      codes("fixed").sorted() == ["MLC230", "MLC235", "MLC260", "MLC264", "MLC850"])
  }

  @Test("without a server the files are mended as far as they tell, and a read-only one is told")
  func offline() async throws {
    let project = try Project(Self.flawed)
    let run = try await PublisherProcess(project).run("publish", "--check", "--fix")
    #expect(run.status == 78, "\(run.everything)")
    #expect(run.output.contains("Mended: 3 findings in ml_model.yaml."))
    let locked = try Project(Self.flawed)
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o444], ofItemAtPath: locked.path + "/ml_model.yaml")
    let catalog = try await SampleCatalog()
    let refused = try await PublisherProcess(locked, host: catalog.host, token: catalog.token)
      .run("publish", "--check", "--fix")
    #expect(refused.status == 1, "\(refused.everything)")
    #expect(refused.output.contains("error[MLC847]: ml_model.yaml could not be mended"))
    #expect(try locked.read("ml_model.yaml") == Self.flawed)
  }
}
