import Diagnostics
import Foundation
import Reporting
import TestSupport
import Testing

@Suite("Differences of files")
struct UnifiedDiffTests {
  private func file(_ text: String, _ path: String = "models/a.yaml") -> SourceFile {
    SourceFile(path: path, bytes: Array(text.utf8))
  }

  @Test("changes are shown with three lines around them, and near ones together")
  func hunks() {
    let before = (1...30).map { "line \($0)\n" }.joined()
    let after = before.replacing("line 2\n", with: "two\n").replacing("line 9\n", with: "")
      .replacing("line 25\n", with: "line 25\nmore\n")
    #expect(
      UnifiedDiff.text(from: file(before), to: file(after)) == """
        --- a/models/a.yaml
        +++ b/models/a.yaml
        @@ -1,12 +1,11 @@
         line 1
        -line 2
        +two
         line 3
         line 4
         line 5
         line 6
         line 7
         line 8
        -line 9
         line 10
         line 11
         line 12
        @@ -23,6 +22,7 @@
         line 23
         line 24
         line 25
        +more
         line 26
         line 27
         line 28

        """)
    #expect(UnifiedDiff.text(from: file(before), to: file(before)) == "")
  }

  @Test("what lines of the files hide is hidden, and compared as it is")
  func secrets() {
    let before = "x-pin: 1\npassword: 12345\nalgoritm: a\ntoken: b c d\nx-token: abcd"
    let after = before.replacing("algoritm", with: "algorithm").replacing("abcd", with: "abce")
    #expect(
      UnifiedDiff.text(from: file(before), to: file(after)) == """
        --- a/models/a.yaml
        +++ b/models/a.yaml
        @@ -1,5 +1,5 @@
         x-pin: 1
         password: <redacted>
        -algoritm: a
        +algorithm: a
         token: <redacted>
        -x-token: <redacted>
        \\ No newline at end of file
        +x-token: <redacted>
        \\ No newline at end of file

        """)
  }

  @Test("git makes the one text of the other")
  func git() throws {
    var random = SeededRandom(seed: 847)
    let pieces = ["a: b", "", "é", "e\u{301}", "- x\r", "\tz", "# — \u{2028}"]
    for round in 0..<30 {
      var lines = (0..<Int.random(in: 0...20, using: &random)).map { _ in
        pieces.randomElement(using: &random) ?? ""
      }
      let before = lines.joined(separator: "\n") + (Bool.random(using: &random) ? "\n" : "")
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let place = Int.random(in: 0...lines.count, using: &random)
        if Bool.random(using: &random), place < lines.count {
          lines[place] = pieces.randomElement(using: &random) ?? ""
        } else {
          lines.insert("new \(round)", at: place)
        }
      }
      let after = lines.joined(separator: "\n") + (Bool.random(using: &random) ? "\n" : "")
      guard !before.isEmpty, Array(before.utf8) != Array(after.utf8) else { continue }
      let difference = UnifiedDiff.text(from: file(before), to: file(after))
      #expect(try Self.applied(difference, to: before) == Array(after.utf8), "\(difference)")
    }
  }

  private static func applied(_ difference: String, to text: String) throws -> [UInt8] {
    let folder = FileManager.default.temporaryDirectory.appending(path: "diff-\(UUID())")
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "models/a.yaml")
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
    try Data(difference.utf8).write(to: folder.appending(path: "p.diff"))
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["git", "apply", "--whitespace=nowarn", "p.diff"]
    process.currentDirectoryURL = folder
    // Outside of any repository that the folder for temporary files may lie in.
    process.environment = ProcessInfo.processInfo.environment
      .merging(["GIT_CEILING_DIRECTORIES": folder.path]) { $1 }
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "\(difference)")
    return Array(try Data(contentsOf: file))
  }
}
