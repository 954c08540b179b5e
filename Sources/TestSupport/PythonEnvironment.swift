import Foundation
public import JSONDocuments

/// A Python with packages that tests compare with, as `make setup` makes it.
public struct PythonEnvironment: Sendable {
  /// The path of the interpreter.
  public let python: String

  /// Tools that read the files in `docker`; nil where `make setup` has not made them.
  public static let tools = PythonEnvironment(folder: "venv-tools")

  /// MLflow 2 with its server; nil where `make setup` has not made it.
  public static let mlflow2 = PythonEnvironment(folder: "venv-mlflow-2")

  /// Microsoft's client for Azure ML; nil where `make setup` has not made it.
  public static let azure = PythonEnvironment(folder: "venv-azure")

  /// MLflow 3 with its server; nil where `make setup` has not made it.
  public static let mlflow3 = PythonEnvironment(folder: "venv-mlflow-3")

  /// Looks in the folder that `MLCATALOG_CACHE` names, else in the package's `.cache`.
  ///
  /// Nil where `make setup` has not made it.
  init?(folder: String) {
    let package = URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let cache =
      ProcessInfo.processInfo.environment["MLCATALOG_CACHE"].map { URL(filePath: $0) }
      ?? package.appending(path: ".cache")
    python = cache.appending(path: folder).appending(path: "bin/python").path
    guard FileManager.default.isExecutableFile(atPath: python) else { return nil }
  }

  /// Runs a script of the folder `Cases` beside the calling test once for all lines.
  ///
  /// The script gets one JSON value a line on its standard input and answers with one a line.
  /// - Throws: ``PythonError`` when the script fails, `JSONSyntaxError` when it prints no JSON.
  public func answers(
    of script: String, to lines: [JSON], filePath: StaticString = #filePath
  ) throws -> [JSON] {
    let cases = URL(filePath: "\(filePath)").deletingLastPathComponent().appending(path: "Cases")
    let folder = FileManager.default.temporaryDirectory.appending(path: "python-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    // Files, not pipes: neither side can wait for the other to read.
    let input = folder.appending(path: "input")
    let output = folder.appending(path: "output")
    let errors = folder.appending(path: "errors")
    try Data(lines.map { $0.text() + "\n" }.joined().utf8).write(to: input)
    for file in [output, errors] { try Data().write(to: file) }

    let process = Process()
    process.executableURL = URL(filePath: python)
    process.arguments = [cases.appending(path: script).path]
    process.standardInput = try FileHandle(forReadingFrom: input)
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: errors)
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw PythonError(script: script, output: try String(contentsOf: errors, encoding: .utf8))
    }
    return try Data(contentsOf: output).split(separator: 0x0A).map { try JSON(parsing: Array($0)) }
  }
}
