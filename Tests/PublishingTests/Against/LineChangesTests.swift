import Diagnostics
import Testing

@testable import Publishing

@Suite("Lines that changed")
struct LineChangesTests {
  @Test("a changed password is a change, although no line shows it; another line end is none")
  func passwords() {
    let files = ["a: 1\npassword: one\nb: 2\n", "a: 1\r\npassword: two\r\nb: 2\r\n"].map {
      SourceFile(path: "a.yaml", bytes: Array($0.utf8))
    }
    #expect(files[0].line(2) == files[1].line(2))
    #expect(LineChanges.ranges(from: files[0], to: files[1]) == [2...2])
  }
}
