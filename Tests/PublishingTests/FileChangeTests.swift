import Diagnostics
import Foundation
import Publishing
import Testing

@Suite("Writing mended files")
struct FileChangeTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func change(_ path: String, _ before: String, _ after: String) -> FileChange {
    FileChange(
      before: SourceFile(path: path, bytes: Array(before.utf8)),
      after: SourceFile(path: path, bytes: Array(after.utf8)))
  }

  private func text(_ path: String) throws -> String {
    try String(contentsOfFile: path, encoding: .utf8)
  }

  private func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
  }

  @Test("a file keeps its mode, and nothing is left beside it")
  func mode() throws {
    let path = try folder.write("a.yaml", "old")
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: path)
    #expect(change(path, "old", "new").write() == nil)
    #expect(try text(path) == "new")
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(mode == 0o640)
    #expect(try names() == ["a.yaml"])
  }

  @Test("a link within the repository stays a link, and the file behind it is written")
  func linkInside() throws {
    try folder.write(".git/HEAD", "")
    let target = try folder.write("models/real.yaml", "old")
    try folder.write("links/x", "")
    let link = folder.path + "/links/a.yaml"
    try FileManager.default.createSymbolicLink(
      atPath: link, withDestinationPath: "../models/real.yaml")
    #expect(change(link, "old", "new").write() == nil)
    #expect(try text(target) == "new")
    #expect(
      try FileManager.default.destinationOfSymbolicLink(atPath: link) == "../models/real.yaml")
  }

  @Test("a link that leads out of the repository is not followed")
  func linkOutside() throws {
    try folder.write("repository/.git/HEAD", "")
    let target = try folder.write("outside.yaml", "old")
    let link = folder.path + "/repository/a.yaml"
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: target)
    let finding = change(link, "old", "new").write()
    #expect(finding?.code == .fileNotFixed)
    #expect(finding?.message.contains("leads out of the repository") == true)
    #expect(try text(target) == "old")
  }

  @Test("a file that somebody changed meanwhile is left as it is")
  func changed() throws {
    let path = try folder.write("a.yaml", "newer")
    let finding = change(path, "old", "new").write()
    #expect(finding?.code == .fileChangedMeanwhile)
    #expect(try text(path) == "newer")
    #expect(try names() == ["a.yaml"])
  }

  @Test("a read-only file is refused, whoever asks")
  func readOnly() throws {
    let path = try folder.write("a.yaml", "old")
    try FileManager.default.setAttributes([.posixPermissions: 0o444], ofItemAtPath: path)
    let finding = change(path, "old", "new").write()
    #expect(finding?.code == .fileNotFixed)
    #expect(finding?.message == "\(path) could not be mended: it is read-only")
    #expect(try text(path) == "old")
  }

  @Test("a file that is gone, and what is no file, are refused")
  func others() throws {
    #expect(change(folder.path + "/none", "old", "new").write()?.code == .fileNotFixed)
    let finding = change("/dev/null", "", "new").write()
    #expect(finding?.code == .fileNotFixed)
    #expect(finding?.message.contains("it is no file of its own") == true)
  }
}
