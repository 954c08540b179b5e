import Foundation
import Publishing
import Testing

@Suite("A file that is replaced")
struct FileReplacementTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func path(_ name: String) -> String { "\(folder.path)/\(name)" }

  private func text(_ name: String) throws -> String {
    try String(contentsOfFile: path(name), encoding: .utf8)
  }

  private func mode(_ name: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: path(name))[.posixPermissions] as? Int
  }

  private func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
  }

  /// Writes, and gives the reason when that is refused.
  private func refusal(_ text: String, to path: String) -> String? {
    do throws(FileError) {
      try FileReplacement.write(Array(text.utf8), to: path)
      return nil
    } catch {
      return error.reason
    }
  }

  @Test("keeps its mode, and a new one has that of any new file")
  func modes() throws {
    try folder.write("usual", "")
    try folder.write("old", "old")
    try FileManager.default.setAttributes([.posixPermissions: 0o750], ofItemAtPath: path("old"))
    #expect(refusal("new", to: path("old")) == nil)
    #expect(refusal("new", to: path("made")) == nil)
    #expect(try text("old") == "new" && text("made") == "new")
    #expect(try mode("old") == 0o750)
    #expect(try mode("made") == mode("usual"))
    #expect(try names() == ["made", "old", "usual"])
  }

  @Test("may have the longest of names")
  func longName() throws {
    let name = String(repeating: "n", count: 255)
    #expect(refusal("new", to: path(name)) == nil)
    #expect(try text(name) == "new")
  }

  @Test("is the one behind the links, also where that is not there yet")
  func links() throws {
    let files = FileManager.default
    try folder.write("below/old", "old")
    try files.createSymbolicLink(atPath: path("first"), withDestinationPath: "second")
    try files.createSymbolicLink(atPath: path("second"), withDestinationPath: "below/old")
    try files.createSymbolicLink(atPath: path("dangling"), withDestinationPath: "below/new")
    try files.createSymbolicLink(atPath: path("circle"), withDestinationPath: "circle")
    #expect(refusal("1", to: path("first")) == nil)
    #expect(refusal("2", to: path("dangling")) == nil)
    #expect(refusal("3", to: path("circle")) == "Too many levels of symbolic links")
    #expect(try text("below/old") == "1" && text("below/new") == "2")
    #expect(try files.destinationOfSymbolicLink(atPath: path("first")) == "second")
    #expect(try names() == ["below", "circle", "dangling", "first", "second"])
  }

  @Test("is left when it holds something else than expected")
  func expected() throws {
    try folder.write("a", "newer")
    #expect(try !FileReplacement.write(Array("new".utf8), to: path("a"), over: Array("new".utf8)))
    #expect(try text("a") == "newer")
    #expect(try FileReplacement.write(Array("new".utf8), to: path("a"), over: Array("newer".utf8)))
    #expect(try text("a") == "new")
    #expect(try names() == ["a"])
  }

  @Test("is left when it is read-only, no file, or in a folder that takes no new file")
  func refused() throws {
    try folder.write("locked", "old")
    try FileManager.default.setAttributes([.posixPermissions: 0o444], ofItemAtPath: path("locked"))
    #expect(refusal("new", to: path("locked")) == "it is read-only")
    #expect(refusal("new", to: folder.path) == "Is a directory")
    #expect(refusal("new", to: "/dev/null") == "it is no file of its own")
    #expect(refusal("new", to: path("missing/a")) == "No such file or directory")
    // A writable file of a folder in which nobody, not even root, makes another.
    let name = "/proc/self/comm"
    let before = try String(contentsOfFile: name, encoding: .utf8)
    #expect(refusal("new", to: name) != nil)
    #expect(try String(contentsOfFile: name, encoding: .utf8) == before)
    #expect(try text("locked") == "old")
    #expect(try names() == ["locked"])
  }
}
