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
}
