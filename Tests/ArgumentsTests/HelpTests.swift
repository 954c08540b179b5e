import TestSupport
import Testing

@testable import Arguments

@Suite("Help")
struct HelpTests {
  @Test("help lists the commands", arguments: ["help", "--help", "-h"])
  func program(argument: String) throws {
    try expectGolden(try #require(try answer([argument])), "mlcatalog.txt")
  }

  @Test(
    "help of a command lists its arguments and options",
    arguments: [
      ["help", "publish"], ["publish", "--help"], ["publish", "-h"],
      ["publish", "a", "--nonsense", "--help"],
    ])
  func command(arguments: [String]) throws {
    try expectGolden(try #require(try answer(arguments)), "publish.txt")
  }

  @Test("help of a command without options of its own says so little")
  func shortCommand() throws {
    try expectGolden(try #require(try answer(["explain", "--help"])), "explain.txt")
  }

  @Test("no line is longer than 80 characters")
  func width() {
    for command in SampleTable.table.commands {
      let lines = SampleTable.table.helpText(for: command).split(separator: "\n")
      #expect(lines.allSatisfy { $0.count <= 80 && !$0.hasSuffix(" ") })
    }
  }

  @Test("help that is a value or an operand is not asked for")
  func notAsked() throws {
    #expect(try SampleTable.parse("publish -- --help")?.operands == ["--help"])
    #expect(try SampleTable.parse("publish -o -h")?.values(SampleTable.output) == ["-h"])
  }

  @Test("the version is the program's name and number")
  func version() throws {
    #expect(try answer(["--version"]) == "mlcatalog 0.1.0\n")
  }

  private func answer(_ arguments: [String]) throws -> String? {
    if case .answer(let text) = try SampleTable.table.parse(arguments) { text } else { nil }
  }
}
