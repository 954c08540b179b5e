import Arguments
import Diagnostics
import Testing

@testable import mlcatalog

@Suite("Completions")
struct CompletionTests {
  /// The command lines that somebody may stop at, with what is proposed there.
  private static let questions: [String: Set<String>] = {
    let program = Program.table.program
    let files: Set = ["manifest.yaml", "models"]
    var questions: [String: Set<String>] = [
      "\(program) pub": ["publish"],
      "\(program) help ": Set(Program.table.commands.map(\.name)),
      "\(program) explain MLC26": Set(
        DiagnosticCatalogue.entries.map(\.code.rawValue).filter { $0.hasPrefix("MLC26") }),
      "\(program) publish ": files, "\(program) publish man": ["manifest.yaml"],
      "\(program) publish lock --chec": ["--check"], "\(program) publish --fail-on w": ["warning"],
      "\(program) publish --config ": files, "\(program) pull --output-dir ": ["models"],
      "\(program) publish --host ": [], "\(program) publish --concurrency ": [],
      "\(program) completion ": ["bash", "zsh", "fish"],
      "\(program) schema ": ["manifest", "config", "report", "lock"],
    ]
    for command in Program.table.commands {
      let start = "\(program) \(command.name)"
      questions["\(start) --"] = Set(["--help"] + command.options.map { "--\($0.long)" })
      for option in command.options {
        if case .choice(let words) = option.value {
          questions["\(start) --\(option.long) "] = Set(words)
        }
      }
    }
    return questions
  }()

  @Test("bash proposes every option of every command, and every word that a value may be")
  func bash() throws {
    try check(.bash)
  }

  @Test(
    "zsh and fish propose the same",
    .enabled(
      if: [CompletionShell.zsh, .fish].allSatisfy { CompletingShell(shell: $0).path != nil },
      "zsh or fish is not installed: run make setup"),
    arguments: [CompletionShell.zsh, .fish])
  func others(shell: CompletionShell) throws {
    try check(shell)
  }

  private func check(_ shell: CompletionShell) throws {
    let first = ["mlcatalog ", "mlcatalog --ver", "mlcatalog publish --fail-on=w"]
    let proposals = try CompletingShell(shell: shell)
      .proposals(for: Self.questions.keys.sorted() + first)
    for (line, expected) in Self.questions {
      #expect(proposals[line] == expected, "\(line)")
    }
    #expect(Self.questions.count > 3 * Program.table.commands.count)
    // Shells differ in whether they propose options where a command may stand, and in whether they
    // repeat what stands before the sign.
    let commands = Set(Program.table.commands.map(\.name) + ["help"])
    #expect(proposals[first[0]]?.isSuperset(of: commands) == true)
    #expect(proposals[first[1]] == ["--version"])
    let values = try #require(proposals[first[2]])
    #expect(["warning", "--fail-on=warning"].contains(values.joined(separator: " ")))
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
