public import Diagnostics
public import HTTPClient
public import Publishing
import Reconciler

/// The report for people: findings, then the models, then a summary that claims no more than was
/// looked at.
public struct TextReport: Sendable {
  /// Of more models than these, those about which there is nothing to say are only counted.
  static let fewModels = 20

  private let style: TextStyle
  private let files: [String: SourceFile]
  private let redactor: Redactor

  /// Makes reports in a style; `files` are those that findings quote.
  public init(style: TextStyle, files: [SourceFile], redactor: Redactor = Redactor([])) {
    self.style = style
    self.redactor = redactor
    self.files = Dictionary(files.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The report's text.
  public func text(_ result: RunResult) -> String {
    if result.mode == .doctor { return redactor.redact(doctor(result)) }
    var blocks = fixes(result) + findings(result)
    if style.detail > .quiet {
      blocks += services(result)
      let models = ModelText(mode: result.mode, style: style, redactor: redactor)
      blocks += shown(result.models).map { models.lines($0).joined(separator: "\n") }
      if let comparison = result.comparison {
        let text = ComparisonText(style: style, redactor: redactor)
        blocks.append(text.lines(comparison).joined(separator: "\n"))
      }
    }
    blocks.append(SummaryText(result).text)
    return redactor.redact(
      blocks.map { $0.hasSuffix("\n") ? $0 : $0 + "\n" }.joined(separator: "\n"))
  }

  private func shown(_ models: [ModelResult]) -> [ModelResult] {
    style.detail == .verbose ? models : TextReport.telling(models)
  }

  /// The models that reports for people show one by one.
  static func telling(_ models: [ModelResult]) -> [ModelResult] {
    models.count > fewModels ? models.filter(\.isTelling) : models
  }

  /// What was examined, or the settings alone.
  private func doctor(_ result: RunResult) -> String {
    if let settings = result.settings {
      return SettingText.lines(settings).map { $0 + "\n" }.joined()
    }
    var blocks = [
      (CheckupText(style: style).lines(result.checkups ?? [])
        + ObservationText(style: style).lines(result.observations ?? [])).joined(separator: "\n")
    ]
    // A checkup tells its finding by itself.
    if style.detail == .quiet {
      blocks = findings(result)
    } else if result.checkups == nil {
      blocks = blocks.filter { !$0.isEmpty } + findings(result)
    }
    return (blocks + [SummaryText(result).text]).map { $0.hasSuffix("\n") ? $0 : $0 + "\n" }
      .joined(separator: "\n")
  }

  private func findings(_ result: RunResult) -> [String] {
    let shown = result.diagnostics.filter { style.detail == .verbose || !$0.suppressed }
    let files = masked(Set(shown.flatMap { [$0.range] + $0.notes.map(\.range) }.map { $0?.path }))
    let renderer = DiagnosticRenderer(usesColor: style.usesColor) { files[$0] }
    return shown.map { finding in
      let text = renderer.text(finding)
      return finding.suppressed ? "(suppressed) " + text : text
    }
  }

  /// Files to quote: a secret in them is masked, and not only redacted afterwards, since the rest of
  /// one in a line that is cut is not known any more.
  private func masked(_ paths: Set<String?>) -> [String: SourceFile] {
    files.filter { paths.contains($0.key) }
      .mapValues { SourceFile(path: $0.path, bytes: redactor.mask($0.bytes)) }
  }

  /// One line for each finding that was mended.
  private func fixes(_ result: RunResult) -> [String] {
    guard style.detail > .quiet, !result.fixed.isEmpty else { return [] }
    let lines = result.fixed.map { finding in
      let place = finding.range.map { "\(VisibleText.escaping($0.description)): " } ?? ""
      let what = VisibleText.escaping(finding.message)
      return "\(place)\(style.paint("mended", .green))[\(finding.code.rawValue)]: \(what)"
    }
    return [lines.joined(separator: "\n")]
  }

  private func services(_ result: RunResult) -> [String] {
    result.services.filter { $0.action != .none }.map { service in
      let name = VisibleText.escaping(service.name)
      let word = ModelText(mode: result.mode, style: style).words(service, in: result)
      let heading =
        service.action == .restore
        ? style.paint("~ service \(name)", .yellow) : style.paint("+ service \(name)", .green)
      // The server brings them back, whatever the plan says of single models.
      let effect = service.action == .restore ? ", with all models deleted with it" : ""
      return "\(heading): \(word)\(effect)"
    }
  }
}

extension ModelResult {
  /// Whether there is more to say than that nothing happens to it.
  fileprivate var isTelling: Bool {
    if drifts?.isEmpty == false { return true }
    return switch action {
    case .create, .update, .restore, .blocked, .failed: true
    case .unplanned: false
    case .none:
      hasChanges || progress != .notStarted || plan?.kept.isEmpty == false
        || plan?.conflicts.isEmpty == false
    }
  }
}
