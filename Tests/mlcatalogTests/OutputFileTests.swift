import Foundation
import Testing

@testable import mlcatalog

@Suite("Files that are made together")
struct OutputFileTests {
  @Test("are all there, or none when one cannot be made")
  func allOrNone() throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "mlcatalog-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    func path(_ name: String) -> String { folder.appending(path: name).path }
    func names() throws -> [String] {
      try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    }
    let failure = OutputFile.create([
      (path: path("first"), text: "1"), (path: path("missing/second"), text: "2"),
    ])
    #expect(failure?.path == path("missing/second"))
    #expect(failure?.problem == "No such file or directory")
    #expect(try names() == [])
    #expect(OutputFile.create([(path: path("first"), text: "1")]) == nil)
    let second = OutputFile.create([
      (path: path("zeroth"), text: "0"), (path: path("first"), text: "2"),
    ])
    #expect(second?.problem == "File exists")
    #expect(try names() == ["first"])
    #expect(try String(contentsOfFile: path("first"), encoding: .utf8) == "1")
  }

  @Test("are replaced behind their links and with their modes, and nothing beside them is touched")
  func replaced() throws {
    let files = FileManager.default
    let folder = files.temporaryDirectory.appending(path: "mlcatalog-\(UUID().uuidString)")
    try files.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? files.removeItem(at: folder) }
    func path(_ name: String) -> String { folder.appending(path: name).path }
    func text(_ name: String) throws -> String {
      try String(contentsOfFile: path(name), encoding: .utf8)
    }
    for name in ["target", "link.new"] {
      try Data("old".utf8).write(to: folder.appending(path: name))
    }
    try files.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path("target"))
    try files.createSymbolicLink(atPath: path("link"), withDestinationPath: "target")
    let failure = OutputFile.replace([
      (path: path("link"), text: "new"), (path: path("missing/second"), text: "2"),
    ])
    #expect(failure?.path == path("missing/second"))
    #expect(failure?.problem == "No such file or directory")
    #expect(failure?.written == [path("link")])
    #expect(
      try files.contentsOfDirectory(atPath: folder.path).sorted() == ["link", "link.new", "target"])
    #expect(try files.destinationOfSymbolicLink(atPath: path("link")) == "target")
    #expect(try text("target") == "new" && text("link.new") == "old")
    let mode = try files.attributesOfItem(atPath: path("target"))[.posixPermissions] as? Int
    #expect(mode == 0o600)
  }
}
