import Arguments
import Diagnostics
import Publishing
import Reporting

/// `explain`: what a code means, without any server.
struct ExplainCommand: ProgramCommand {
  static let command = Command(
    name: "explain", summary: "Explain a finding by its code, or list all codes",
    operands: [
      Operand(
        "CODE", help: "A code such as MLC260; without it all codes are listed",
        suggestions: DiagnosticCatalogue.entries.map(\.code.rawValue).sorted())
    ])

  private let text: String

  /// Takes the command line.
  init(_ arguments: ParsedArguments, environment: [String: String]) throws(UsageError) {
    guard let word = arguments.operands.first else {
      text = Self.list
      return
    }
    text = try Self.explanation(of: word)
  }

  func run() -> ExitCode {
    StandardStream.output.write(text) ? .success : .unwritableReport
  }

  private static var list: String {
    DiagnosticCatalogue.entries.sorted { $0.code < $1.code }
      .map { "\($0.code.rawValue) \($0.severity.rawValue): \($0.title)\n" }.joined()
  }

  private static func explanation(of word: String) throws(UsageError) -> String {
    let isNumber = word.utf8.allSatisfy { (48...57).contains($0) }
    let code = DiagnosticCode(rawValue: isNumber ? "MLC\(word)" : word.uppercased())
    guard let entry = DiagnosticCatalogue.entry(for: code) else {
      throw UsageError(
        "there is no code '\(word)'", hint: "'\(Program.identity.name) explain' lists all codes")
    }
    let example = entry.example.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.isEmpty ? "" : "    \($0)" }.joined(separator: "\n")
    return """
      \(entry.code.rawValue) (\(entry.severity.rawValue)): \(entry.title)

      \(entry.cause)

      Example:

      \(example)

      What to do: \(entry.remedy)

      """
  }
}
