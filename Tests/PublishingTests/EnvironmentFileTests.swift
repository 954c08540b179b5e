import Diagnostics
import Testing

@testable import Publishing

@Suite("The .env file")
struct EnvironmentFileTests {
  @Test("names, quotes, remarks and export are read as shells write them")
  func values() throws {
    let file = try EnvironmentFile(
      path: ".env",
      text: """
        # the catalog
        OPENMETADATA_HOST=http://localhost:8585   # ours
        export TOKEN = abc#def
        SINGLE='a "b" \\n $HOME'
        DOUBLE="a\\n\\"b\\" \\$HOME" # remark
        EMPTY=
        TOKEN=last
        """)
    #expect(
      file.values == [
        "OPENMETADATA_HOST": "http://localhost:8585", "TOKEN": "last",
        "SINGLE": "a \"b\" \\n $HOME", "DOUBLE": "a\n\"b\" $HOME", "EMPTY": "",
      ])
  }

  @Test(
    "a line that is no NAME=value is told by its number and what it lacks, its text never",
    arguments: [
      ("TOKEN secret", .noAssignment), ("1A=b", .invalidName), ("A='open", .openQuote),
      ("A=\"b\" c", .textAfterQuote), ("a-b=c", .invalidName),
    ] as [(String, EnvironmentFile.Problem)])
  func malformed(_ line: String, _ problem: EnvironmentFile.Problem) throws {
    let error = SettingsError.malformedEnvironmentFile(path: ".env", line: 2, problem)
    #expect(throws: error) { try EnvironmentFile(path: ".env", text: "GOOD=1\n\(line)\n") }
    let finding = Failure(error).diagnostic
    #expect(finding.range?.start.line == 2)
    #expect(!finding.message.contains(line))
  }
}
