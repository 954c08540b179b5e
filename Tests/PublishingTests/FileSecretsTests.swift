import Diagnostics
import HTTPClient
import Publishing
import Testing

@Suite("Secrets of files, for texts that do not quote them")
struct FileSecretsTests {
  @Test(
    "are those that no word, number or sentence of a report can be",
    arguments: [
      ("password: hunter2", ["hunter2"]),
      ("password: \"hunter2\"", ["hunter2"]),
      ("password: *hunter2", ["hunter2"]),
      ("password: true", []),
      ("token: 20261121", []),
      ("Mind the token: it is somewhere else", []),
      ("secrets: {a: \"b\", c: \"d\"}", []),
    ])
  func found(_ text: String, _ expected: [String]) {
    let file = SourceFile(path: "a.yaml", bytes: Array(text.utf8))
    #expect(FileSecrets.found(in: file) == expected.map { Secret($0) })
  }
}
