public import Diagnostics
public import Publishing
import Reconciler

/// The report for people: findings, then the models, then a summary that claims no more than was
/// looked at.
public struct TextReport: Sendable {
  private let style: TextStyle
  private let files: [String: SourceFile]

  /// Makes reports in a style; `files` are those that findings quote.
  public init(style: TextStyle, files: [SourceFile]) {
    self.style = style
    self.files = Dictionary(files.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The report's text.
  public func text(_ result: RunResult) -> String {
    var blocks = findings(result)
    if style.detail > .quiet {
      blocks += services(result)
      let models = ModelText(mode: result.mode, style: style)
      blocks += result.models.map { models.lines($0).joined(separator: "\n") }
    }
    blocks.append(SummaryText(result).text)
    return blocks.map { $0.hasSuffix("\n") ? $0 : $0 + "\n" }.joined(separator: "\n")
  }

  private func findings(_ result: RunResult) -> [String] {
    let shown = result.diagnostics.filter { style.detail == .verbose || !$0.suppressed }
    let files = files
    let renderer = DiagnosticRenderer(usesColor: style.usesColor) { files[$0] }
    return shown.map { finding in
      let text = renderer.text(finding)
      return finding.suppressed ? "(suppressed) " + text : text
    }
  }

  private func services(_ result: RunResult) -> [String] {
    result.services.filter { $0.action != .none }.map { service in
      let name = VisibleText.escaping(service.name)
      let isWritten = result.writtenServices.contains(service.name)
      let word =
        isWritten
        ? "\(service.action)d"
        : result.mode == .check ? "to \(service.action)" : "not \(service.action)d"
      let heading =
        service.action == .restore
        ? style.paint("~ service \(name)", .yellow) : style.paint("+ service \(name)", .green)
      // The server brings them back, whatever the plan says of single models.
      let effect = service.action == .restore ? ", with all models deleted with it" : ""
      return "\(heading): \(word)\(effect)"
    }
  }
}
