import Arguments
import Testing

@Suite("Reading a command line")
struct ParsingTests {
  typealias Sample = SampleTable

  @Test(
    "a value follows its option, after a space or an equals sign",
    arguments: ["publish --format json", "publish --format=json", "publish a --format json b"])
  func values(line: String) throws {
    let parsed = try #require(try Sample.parse(line))
    #expect(parsed.command.name == "publish")
    #expect(parsed.value(Sample.format) == "json")
    #expect(parsed.choice(Sample.format, as: Format.self) == .json)
    #expect(parsed.contains(Sample.format))
    #expect(!parsed.contains(Sample.check))
  }

  private enum Format: String { case text, json }

  @Test("a value may hold equals signs, dashes, or nothing")
  func oddValues() throws {
    let parsed = try Sample.parse(["publish", "--output=json=-", "--output", "-", "--output="])
    #expect(parsed?.values(Sample.output) == ["json=-", "-", ""])
  }

  @Test("letters may be joined, and the last may take a value")
  func clusters() throws {
    let parsed = try #require(try Sample.parse("publish -qvv -v -ojson=a -o json=b -vojson=c"))
    #expect(parsed.count(Sample.verbose) == 4)
    #expect(parsed.count(Sample.quiet) == 1)
    #expect(parsed.values(Sample.output) == ["json=a", "json=b", "json=c"])
  }

  @Test("two dashes end the options, and a dash alone is an operand")
  func operands() throws {
    let parsed = try #require(try Sample.parse("publish a --check - -- --format -v --"))
    #expect(parsed.operands == ["a", "-", "--format", "-v", "--"])
    #expect(parsed.contains(Sample.check))
    #expect(!parsed.contains(Sample.format))
  }

  @Test("numbers are whole and in range")
  func numbers() throws {
    #expect(try Sample.parse("publish --concurrency 64")?.integer(Sample.concurrency) == 64)
    #expect(try Sample.parse("publish --timeout=86400")?.integer(Sample.timeout) == 86400)
    #expect(try Sample.parse("publish")?.integer(Sample.timeout) == nil)
  }

  @Test(
    "what the table does not have is a usage error with the way out",
    arguments: [
      ("", "no command given; 'mlcatalog help' lists the commands"),
      ("publsh", "unknown command 'publsh'; did you mean 'publish'?"),
      ("pub", "unknown command 'pub'; did you mean 'publish'?"),
      ("drift", "unknown command 'drift'; 'mlcatalog help' lists the commands"),
      (
        "--check",
        "unknown option '--check'; options follow the command: 'mlcatalog COMMAND --help' lists them"
      ),
      (
        "--token=secret",
        "unknown option '--token'; options follow the command: 'mlcatalog COMMAND --help' lists them"
      ),
      ("publish --chek", "unknown option '--chek' for 'publish'; did you mean '--check'?"),
      ("publish --conc 3", "unknown option '--conc' for 'publish'; did you mean '--concurrency'?"),
      (
        "publish --offline",
        "unknown option '--offline' for 'publish'; see 'mlcatalog publish --help'"
      ),
      (
        "publish --token=secret",
        "unknown option '--token' for 'publish'; see 'mlcatalog publish --help'"
      ),
      ("publish -x", "unknown option '-x' for 'publish'; see 'mlcatalog publish --help'"),
      ("publish -qx", "unknown option '-x' for 'publish'; see 'mlcatalog publish --help'"),
      ("publish --format", "'--format' needs a value; see 'mlcatalog publish --help'"),
      ("publish -o", "'-o' needs a value; see 'mlcatalog publish --help'"),
      ("publish --output --check", "'--output' needs a value; '--check' is an option itself"),
      ("publish --check=yes", "'--check' takes no value; see 'mlcatalog publish --help'"),
      (
        "publish --format jsno", "'jsno' for '--format' is none of text, json; did you mean 'json'?"
      ),
      ("publish --format xml", "'xml' for '--format' is none of text, json"),
      ("publish --format text --format json", "'--format' is given twice; give it once"),
      ("publish --concurrency 0", "'0' for '--concurrency' is no whole number from 1 to 64"),
      ("publish --concurrency 1.5", "'1.5' for '--concurrency' is no whole number from 1 to 64"),
      ("publish --timeout -1", "'-1' for '--timeout' is no whole number from 1"),
      ("explain", "CODE is missing; see 'mlcatalog explain --help'"),
      ("explain MLC101 MLC102", "unexpected argument 'MLC102'; see 'mlcatalog explain --help'"),
      ("help drift", "unknown command 'drift'; 'mlcatalog help' lists the commands"),
      (
        "publish \u{1B}[2J --chek",
        #"unknown option '--chek' for 'publish'; did you mean '--check'?"#
      ),
      ("\u{1B}[2J", #"unknown command '\x1B[2J'; 'mlcatalog help' lists the commands"#),
    ])
  func usageErrors(line: String, message: String) {
    let error = #expect(throws: UsageError.self) { try Sample.parse(line) }
    #expect(error?.description == message)
  }

  @Test("an empty argument is an error: a variable of the script was not set")
  func emptyOperand() {
    let error = #expect(throws: UsageError.self) { try Sample.parse(["publish", ""]) }
    #expect(error?.description == "PATH is empty; is a variable of the script not set?")
  }
}
