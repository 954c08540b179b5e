import Arguments
import Foundation
import Testing

@testable import mlcatalog

@Suite("Completions")
struct CompletionTests {
  /// What bash proposes for the last word.
  private func proposals(_ words: String...) throws -> [String] {
    let list = words.map { "'\($0)'" }.joined(separator: " ")
    let output = try run(
      "/bin/bash",
      [
        "-euc",
        """
        \(Program.table.completion(for: .bash))
        COMP_WORDS=(\(list)); COMP_CWORD=\(words.count - 1)
        _mlcatalog || true
        printf '%s\\n' "${COMPREPLY[@]}"
        """,
      ])
    return output.split(separator: "\n").map(String.init)
  }

  private func run(_ program: String, _ arguments: [String]) throws -> String {
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    process.standardOutput = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    return String(decoding: data, as: UTF8.self)
  }

  @Test("bash completes commands, options, words of options and of operands")
  func bash() throws {
    #expect(try proposals("mlcatalog", "pub") == ["publish"])
    #expect(try proposals("mlcatalog", "publish", "--chec") == ["--check"])
    #expect(try proposals("mlcatalog", "publish", "--fail-on", "w") == ["warning"])
    #expect(try proposals("mlcatalog", "publish", "--fail-on", "=", "w") == ["warning"])
    #expect(try proposals("mlcatalog", "schema", "") == ["manifest", "config", "report"])
    #expect(try proposals("mlcatalog", "help", "ex") == ["explain"])
    #expect(try proposals("mlcatalog", "publish", "/etc/hostnam") == ["/etc/hostname"])
    #expect(try proposals("mlcatalog", "publish", "--host", "h") == [])
  }

  @Test(
    "every command and option is in the script of each shell", arguments: CompletionShell.allCases)
  func complete(shell: CompletionShell) {
    let script = Program.table.completion(for: shell)
    for command in Program.table.commands {
      #expect(script.contains(command.name))
      for option in command.options {
        #expect(script.contains(shell == .fish ? "-l \(option.long)" : "--\(option.long)"))
      }
    }
  }

  @Test(
    "zsh and fish understand their scripts",
    .enabled(
      if: CompletionTests.path(of: "zsh") != nil && CompletionTests.path(of: "fish") != nil,
      "zsh and fish are not installed"),
    arguments: [("zsh", CompletionShell.zsh), ("fish", .fish)])
  func syntax(name: String, shell: CompletionShell) throws {
    let program = try #require(Self.path(of: name))
    let file = FileManager.default.temporaryDirectory.appending(path: "completion-\(UUID())")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data(Program.table.completion(for: shell).utf8).write(to: file)
    _ = try run(program, ["-n", file.path])
  }

  private static func path(of program: String) -> String? {
    ["/bin/", "/usr/bin/"].map { $0 + program }.first(where: FileManager.default.isExecutableFile)
  }

  @Test("an operand that has to be a word is checked")
  func operands() {
    #expect {
      try Program.table.parse(["schema", "manifst"])
    } throws: { error in
      (error as? UsageError)?.hint == "did you mean 'manifest'?"
    }
    #expect(throws: UsageError.self) { try Program.table.parse(["completion"]) }
  }
}
