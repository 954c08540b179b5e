import Foundation
import JSONDocuments
import TestSupport
import Testing

@Suite("The archive of a release", .timeLimit(.minutes(5)))
struct ReleaseArchiveTests {
  @Test("of one program is twice the same, byte for byte, with sorted names and nobody's owner")
  func reproducible() async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "archive-\(UUID())")
    defer { try? FileManager.default.removeItem(at: folder) }
    let first = try await ReleaseArchive.pack(into: folder.appending(path: "first"))
    let second = try await ReleaseArchive.pack(into: folder.appending(path: "second"))
    #expect(try Data(contentsOf: first) == Data(contentsOf: second))
    #expect(try bill(of: first).text() == bill(of: second).text())

    let list = try await ProgramRun.of(
      URL(filePath: "/usr/bin/env"), ["tar", "--list", "--verbose", "--file", first.path])
    let lines = list.output.split(separator: "\n")
    #expect(lines.allSatisfy { $0.contains(" 0/0 ") }, "\(list.output)")
    let names = lines.compactMap { $0.split(separator: "/").dropFirst(2).joined(separator: "/") }
    for file in ["LICENSE", "README.md", "mlcatalog"] { #expect(names.contains(file), "\(names)") }
    #expect(names == names.sorted())
  }

  @Test(
    "comes with a bill of materials that names every library the program is linked to",
    .enabled(if: PythonEnvironment.tools != nil, "no validator: run `make setup`"))
  func materials() async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "archive-\(UUID())")
    defer { try? FileManager.default.removeItem(at: folder) }
    let archive = try await ReleaseArchive.pack(into: folder)
    let bill = try bill(of: archive)
    let answers = try #require(PythonEnvironment.tools).answers(
      of: "validate_bill_of_materials.py", to: [.string(bill.text()), "{}"])
    #expect(answers.first == .null, "\(answers)")
    #expect(answers.last?.string?.isEmpty == false, "an empty bill must be refused")

    let section = try await ProgramRun.of(
      URL(filePath: "/usr/bin/env"),
      ["readelf", "--dynamic", "--wide", PublisherProcess.executable.path])
    let linked = section.output.matches(of: /\(NEEDED\).*\[(.*)\]/).map { String($0.1) }
      .filter { !$0.hasPrefix("libswift") && !$0.hasPrefix("libFoundation") }
    let named = (bill["components"]?.array ?? []).flatMap { $0["properties"]?.array ?? [] }
      .compactMap { $0["value"]?.string }
    #expect(linked.contains("libcurl.so.4"))
    #expect(Set(named) == Set(linked))
    #expect(bill["components"]?.array?.first?["bom-ref"]?.string?.hasPrefix("swift@") == true)
  }

  @Test("is not made of a program that says another version")
  func otherVersion() async throws {
    let project = try Project()
    try project.write("#!/bin/sh\necho mlcatalog 9.9.9\n", to: "mlcatalog")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: "\(project.path)/mlcatalog")
    let run = try await ProgramRun.of(
      ProgramRun.packageFolder.appending(path: "scripts/dist"),
      ["--program", "\(project.path)/mlcatalog", "--into", "\(project.path)/dist"])
    #expect(run.status == 1)
    #expect(run.errors.hasPrefix("dist: the program says 'mlcatalog 9.9.9', the version is "))
    #expect(!FileManager.default.fileExists(atPath: "\(project.path)/dist"))
  }

  @Test("is not taken for good when it was changed on its way")
  func changed() async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "archive-\(UUID())")
    defer { try? FileManager.default.removeItem(at: folder) }
    let archive = try await ReleaseArchive.pack(into: folder)
    var bytes = try Data(contentsOf: archive)
    bytes[bytes.count / 2] ^= 1
    try bytes.write(to: archive)
    let run = try await ProgramRun.of(
      ProgramRun.packageFolder.appending(path: "scripts/dist.d/try-archive"), [archive.path])
    #expect(run.status == 1)
    #expect(run.errors.contains("the checksum is not that of the archive"))
  }

  private func bill(of archive: URL) throws -> JSON {
    let path = archive.path.replacing(".tar.gz", with: ".cdx.json")
    return try JSON(parsing: Array(Data(contentsOf: URL(filePath: path))))
  }
}
