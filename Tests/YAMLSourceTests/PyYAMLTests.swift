import Diagnostics
import Foundation
import TestSupport
import Testing
import YAMLSource

@Suite("Agreement with PyYAML")
struct PyYAMLTests {
  /// A Python that has PyYAML: one of the cached environments, else the system's.
  private static let python: String? = {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let cache =
      ProcessInfo.processInfo.environment["MLCATALOG_CACHE"]
      .map { URL(filePath: $0) } ?? root.appending(path: ".cache")
    let candidates = [
      cache.appending(path: "venv-openmetadata-1.5/bin/python").path, "/usr/bin/python3",
    ]
    return candidates.first { candidate in
      FileManager.default.isExecutableFile(atPath: candidate)
        && (try? run(candidate, ["-c", "import yaml"])) != nil
    }
  }()

  @Test(
    "places and values of generated documents are those of PyYAML",
    .enabled(if: PyYAMLTests.python != nil, "no Python with PyYAML: run `make setup`"),
    .timeLimit(.minutes(2)))
  func generatedDocuments() throws {
    let python = try #require(Self.python)
    let documents = (0..<400).map { seed -> String in
      var generator = DocumentGenerator(random: SeededRandom(seed: UInt64(seed)))
      return generator.document()
    }
    let folder = URL.temporaryDirectory.appending(path: "yaml-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let input = folder.appending(path: "documents")
    try Data(documents.joined(separator: "\u{1E}").utf8).write(to: input)
    let script = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Cases/outline.py")
    let output = try Self.run(python, [script.path, input.path])
    let outlines = output.split(separator: "\u{1E}", omittingEmptySubsequences: false)
    #expect(outlines.count == documents.count)
    for (document, expected) in zip(documents, outlines) {
      let actual = PyYAMLOutline.text(of: document)
      if actual != expected {
        let first = zip(actual.split(separator: "\n"), expected.split(separator: "\n"))
          .first { $0 != $1 }
        Issue.record("ours \(first?.0 ?? ""), PyYAML's \(first?.1 ?? "") in:\n\(document)")
      }
    }
  }

  private static func run(_ program: String, _ arguments: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw CocoaError(.executableLoad) }
    return String(decoding: data, as: UTF8.self)
  }
}
