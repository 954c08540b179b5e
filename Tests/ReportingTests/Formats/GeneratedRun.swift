import Diagnostics
import ModelManifests
import Publishing
import Reporting
import TestSupport

/// A run with findings at any place of any file, as no scenario would have them.
struct GeneratedRun {
  static let root = "/home/runner/work/shop"
  /// Where the run starts: not at the repository's root.
  static let folder = "/home/runner/work/shop/models/teams"

  /// The paths as a user may give them, and as the platform knows the file.
  static let paths = [
    "ml_model.yaml": "models/teams/ml_model.yaml",
    "./a b/ml,model:1.yaml": "models/teams/a b/ml,model:1.yaml",
    "../50%/ml_model [x].yaml": "models/50%/ml_model [x].yaml",
    "/home/runner/work/shop/größe/📦.yaml": "größe/📦.yaml",
    "../../../elsewhere/ml_model.yaml": "/home/runner/work/elsewhere/ml_model.yaml",
    "/tmp/set & <gone>.yaml": "/tmp/set & <gone>.yaml",
  ]

  let result: RunResult
  let files: [SourceFile]

  var context: ReportContext {
    ReportContext(
      tool: ToolIdentity(name: "mlcatalog", version: "0.0.0"), files: files,
      paths: RepositoryPaths(root: Self.root, workingDirectory: Self.folder))
  }

  init(seed: UInt64, findings count: Int = 25) {
    var random = SeededRandom(seed: seed)
    let files = Self.paths.keys.sorted().map { path in
      SourceFile(path: path, bytes: Self.bytes(&random))
    }
    var result = RunResult(mode: .check)
    result.models = [
      ModelResult(unplanned: "Sales", "Service.Sales", manifest: "ml_model.yaml")
    ]
    result.diagnostics = (0..<count).map { _ in Self.finding(files, &random) }
    self.files = files
    self.result = result
  }

  private static let pieces = [
    "name: ", "é", "📦", "👩‍🔬", "\t", "表", "- ", "x", "\u{301}", "}", "%", ",", ":", "]", ";", "|",
    "`",
    "\"", "&", "<",
  ]

  private static func bytes(_ random: inout SeededRandom) -> [UInt8] {
    var text = Bool.random(using: &random) ? "\u{FEFF}" : ""
    let end = ["\n", "\r\n"].randomElement(using: &random) ?? "\n"
    for _ in 0..<Int.random(in: 3...9, using: &random) {
      text += words(Int.random(in: 0...12, using: &random), &random) + end
    }
    return Array(text.utf8)
  }

  private static func words(_ count: Int, _ random: inout SeededRandom) -> String {
    (0..<count).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
  }

  private static func finding(_ files: [SourceFile], _ random: inout SeededRandom) -> Diagnostic {
    let codes: [DiagnosticCode] = [.unknownColumn, .tableNotFound, .conflict, .serverUnreachable]
    let hostile = [
      "plain", "100%: a, b; c]", "two\nlines", "::error::no", "##vso[task.complete]", "`a|b`",
      "]]>&amp;<b>", "@octocat #1", "\u{202E}back\u{1B}[31m", "[a](b)", "%0A%25", "  spaces  ",
    ]
    var finding = Diagnostic(
      codes.randomElement(using: &random) ?? .unknownColumn,
      "m " + (hostile.randomElement(using: &random) ?? ""),
      severity: Severity.allCases.randomElement(using: &random),
      hint: Bool.random(using: &random) ? hostile.randomElement(using: &random) : nil)
    finding.suppressed = Int.random(in: 0..<8, using: &random) == 0
    // Only a manifest suppresses, and only what is about its model.
    if finding.suppressed || Bool.random(using: &random) { finding.model = "Service.Sales" }
    guard let file = files.randomElement(using: &random),
      Int.random(in: 0..<6, using: &random) > 0
    else { return finding }
    finding.range = range(file, &random)
    finding.notes = [Diagnostic.Note("see here", at: range(file, &random))]
    finding.edits = edits(file, &random)
    return finding
  }

  private static func range(_ file: SourceFile, _ random: inout SeededRandom) -> SourceRange {
    let places = [place(file, &random), place(file, &random)].sorted()
    return SourceRange(path: file.path, start: places[0], end: places[1])
  }

  private static func place(_ file: SourceFile, _ random: inout SeededRandom) -> Position {
    let line = Int.random(in: 1...file.lineCount, using: &random)
    let length = file.line(line)?.unicodeScalars.count ?? 0
    return Position(line: line, column: Int.random(in: 1...(length + 1), using: &random))
  }

  private static func edits(_ file: SourceFile, _ random: inout SeededRandom) -> [TextEdit] {
    let count = Int.random(in: 0...2, using: &random)
    let places = (0..<count * 2).map { _ in place(file, &random) }.sorted()
    return (0..<count).map { index in
      let range = SourceRange(
        path: file.path, start: places[index * 2], end: places[index * 2 + 1])
      return TextEdit(replacing: range, with: words(2, &random))
    }
  }
}
