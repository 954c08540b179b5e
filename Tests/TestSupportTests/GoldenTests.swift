import FoundationEssentials
import Testing

@testable import TestSupport

@Suite("Goldens")
struct GoldenTests {
  @Test("text that equals its file passes")
  func equal() throws {
    try expectGolden("first\nsecond\n", "two-lines.txt")
  }

  @Test("text that differs is shown line by line, with the way to accept it")
  func differing() throws {
    let golden = Golden(name: "two-lines.txt", besides: #filePath)
    let complaint = try golden.complaint(about: "first\nother\r\n")
    #expect(
      complaint == """
        two-lines.txt differs; UPDATE_GOLDENS=1 accepts it
        -2: second
        +2: other\\r
        """)
  }

  @Test("canonically equivalent text is not equal to its file")
  func codePoints() {
    let difference = LineDifference(from: "\u{E9}", to: "e\u{301}")
    #expect(difference.text.utf8.elementsEqual("-1: \u{E9}\n+1: e\u{301}".utf8))
  }

  @Test("a missing file is a failure that says how to make it")
  func missing() throws {
    let complaint = try Golden(name: "nothing.txt", besides: #filePath).complaint(about: "")
    #expect(
      complaint?.hasSuffix("Goldens/nothing.txt does not exist; UPDATE_GOLDENS=1 writes it") == true
    )
  }

  @Test("an update writes the file and is reported")
  func updating() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "golden-\(UUID())")
    defer { try? FileManager.default.removeItem(at: folder) }
    let golden = Golden(name: "report/new.txt", besides: folder.appending(path: "Test.swift").path)
    #expect(try golden.update("new\n") == "wrote \(golden.url.path)")
    #expect(try golden.complaint(about: "new\n") == nil)
  }
}
