import Diagnostics
import HTTPClient
import JSONDocuments
import OpenMetadataEntities
import Publishing
import Reconciler
import Testing

@testable import Reporting

@Suite("No format shows a secret")
struct SecretTests {
  /// A password that each format escapes in a way of its own.
  static let secret = #"p"a&s%s:w]o;r|d`\<t>,é@#1"#

  private var context: ReportContext {
    ReportContext(
      tool: ToolIdentity(name: "mlcatalog", version: "0.0.0"),
      files: [Self.file], paths: RepositoryPaths(root: "/w", workingDirectory: "/w"),
      redactor: Redactor([Secret(Self.secret)]))
  }

  private static let file = SourceFile(
    path: "ml_model.yaml",
    bytes: Array(
      ("description: " + String(repeating: "x", count: 70) + secret + " and more of the line "
        + String(repeating: "y", count: 60)).utf8))

  /// A run that holds the secret wherever a text of others can be.
  private var result: RunResult {
    let place = SourceRange(
      path: "ml_model.yaml", start: Position(line: 1, column: 14),
      end: Position(line: 1, column: 60))
    let secret = Self.secret
    var result = Scenario.update.result
    result.server = ServerIdentity(url: "http://\(secret)@h", version: "1.5.10")
    var finding = Diagnostic(
      .conflict, "message \(secret)", severity: .error, hint: "hint \(secret)", at: place,
      notes: [Diagnostic.Note("note \(secret)", at: place)],
      edits: [TextEdit(replacing: place, with: "edit \(secret)")])
    var placeless = finding
    placeless.range = nil
    finding.model = secret
    result.diagnostics = [finding, placeless]
    result.models[0].fullyQualifiedName = "Service.\(secret)"
    result.models[0].name = secret
    // Cut after 60 characters, in the midst of the secret.
    result.models[0].plan?.changes[0].after = .string(String(repeating: "z", count: 50) + secret)
    result.models[0].plan?.edges[0].from.fullyQualifiedName = "demo.\(secret)"
    return result
  }

  private var texts: [(String, String)] {
    [
      (
        "text",
        TextReport(style: TextStyle(), files: context.files, redactor: context.redactor)
          .text(result)
      ),
      (
        "verbose",
        TextReport(
          style: TextStyle(detail: .verbose), files: context.files, redactor: context.redactor
        )
        .text(result)
      ),
      ("json", JSONReport(tool: context.tool, redactor: context.redactor).text(result)),
      ("github", GitHubReport(context, hasSummary: true).text(result)),
      ("outputs", GitHubOutputs(context, delimiter: "end").text(result)),
      ("gitlab", CodeQualityReport(context).text(result)),
      ("sarif", SARIFReport(context).text(result)), ("junit", JUnitReport(context).text(result)),
      ("azure", AzureReport(context).text(result)),
      ("rdjson", ReviewdogReport(context).text(result)),
      ("markdown", MarkdownReport(context).text(result)),
      ("diff", difference),
      (
        "lock",
        JSON.object(JSONObject([JSONObject.Member(key: Self.secret, value: .string(Self.secret))]))
          .redacted(by: context.redactor).text(.lineByLine)
      ),
    ]
  }

  private var difference: String {
    func file(_ key: String) -> SourceFile {
      SourceFile(
        path: "ml_model.yaml", bytes: Array("\(key): a\npassword: '\(Self.secret)'\n".utf8))
    }
    return UnifiedDiff.text(from: file("algoritm"), to: file("algorithm"))
  }

  @Test("not as it is, not as a format writes it, and no part of it where a line is cut")
  func hidden() {
    for (format, text) in texts {
      #expect(text.contains("redacted"), "\(format) tells nothing of where it was")
      // Whatever a format makes of the other characters, these stay beside one another.
      for part in ["p\"a", "p\\\"a", "p&quot;a", "p&#34;a", "w]o", "w%5Do", "o;r", "o%3Br", "s:w"] {
        #expect(!text.contains(part), "\(format) shows \(part): \(text)")
      }
    }
  }

  @Test("no edit that would write the mark of a secret into the file is offered")
  func edits() {
    for (format, text) in texts where ["sarif", "rdjson"].contains(format) {
      #expect(!text.contains("\"fixes\"") && !text.contains("\"suggestions\""), "\(format)")
    }
  }
}
