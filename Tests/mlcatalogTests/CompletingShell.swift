import Arguments
import Foundation
import Testing

@testable import mlcatalog

/// A shell that completes command lines of the program.
struct CompletingShell {
  let shell: CompletionShell

  /// Where the shell is; nil when it is not installed.
  var path: String? {
    ["/bin/", "/usr/bin/"].map { $0 + shell.rawValue }
      .first(where: FileManager.default.isExecutableFile)
  }

  /// What it proposes at the end of each line, in a folder that holds `manifest.yaml` and `models`.
  func proposals(for lines: [String]) throws -> [String: Set<String>] {
    let files = FileManager.default
    let scratch = files.temporaryDirectory.appending(path: "completion-\(UUID())")
    defer { try? files.removeItem(at: scratch) }
    let folder = scratch.appending(path: "work")
    try files.createDirectory(
      at: folder.appending(path: "models"), withIntermediateDirectories: true)
    try Data().write(to: folder.appending(path: "manifest.yaml"))
    let script = scratch.appending(path: "script")
    try Data(Program.table.completion(for: shell).utf8).write(to: script)
    let questions = scratch.appending(path: "lines")
    try Data(lines.map { $0 + "\n" }.joined().utf8).write(to: questions)
    let output = try run(
      try #require(path), [Self.driver(shell), script.path, questions.path, scratch.path],
      in: folder)
    let answers = output.components(separatedBy: "---\n").dropLast()
    try #require(answers.count == lines.count, "\(output)")
    return Dictionary(
      zip(lines, answers.map { Set($0.split(separator: "\n").map(Self.word)) }),
      uniquingKeysWith: { first, _ in first })
  }

  /// A proposal without the sign that goes on behind it: `models/`, `--config=`.
  private static func word(_ proposal: Substring) -> String {
    let word = proposal.last.map { "/=".contains($0) } == true ? proposal.dropLast() : proposal
    return word.filter { $0 != " " }
  }

  private static func driver(_ shell: CompletionShell) -> String {
    URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Cases/complete.\(shell.rawValue)").path
  }

  private func run(_ program: String, _ arguments: [String], in folder: URL) throws -> String {
    let process = Process()
    let output = Pipe()
    let errors = Pipe()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    let complaints = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    #expect(String(decoding: complaints, as: UTF8.self) == "")
    return String(decoding: data, as: UTF8.self)
  }
}
