import Diagnostics
public import Publishing

/// A run as JUnit's XML, as Azure Pipelines, GitLab and Jenkins read it: a suite for each file, in it
/// a case for each model and for each finding.
///
/// Cases of findings fail when the finding fails the run, and those of models when writing failed;
/// what was not looked at or not written is skipped, never passed.
public struct JUnitReport: Sendable {
  private struct Case {
    let file: String?
    let line: Int?
    let name: String
    let result: XMLElement?
  }

  private let context: ReportContext

  /// Makes reports.
  public init(_ context: ReportContext) {
    self.context = context
  }

  /// The report's text.
  public func text(_ result: RunResult) -> String {
    let cases =
      result.models.map { model($0, result.mode) } + (result.checkups ?? []).map { checkup($0) }
      + FindingList(result, context).all.map { finding($0) }
    let groups = Dictionary(grouping: cases, by: \.file)
    var seen: Set<String?> = []
    let files = cases.map(\.file).filter { seen.insert($0).inserted }
    let suites = files.map { suite($0, groups[$0] ?? []) }
    return XMLElement(
      "testsuites", [("name", context.tool.name)] + counts(cases), children: suites
    ).document
  }

  private func suite(_ file: String?, _ cases: [Case]) -> XMLElement {
    let name = file ?? context.tool.name
    var seen: [String: Int] = [:]
    let elements = cases.map { item in
      seen[item.name, default: 0] += 1
      // Readers take two cases of one name for one.
      let count = seen[item.name] ?? 1
      return XMLElement(
        "testcase",
        [
          ("classname", name), ("name", count > 1 ? "\(item.name) (\(count))" : item.name),
          ("file", item.file), ("line", item.line.map(String.init)),
        ], children: [item.result].compactMap { $0 })
    }
    return XMLElement("testsuite", [("name", name)] + counts(cases), children: elements)
  }

  private func counts(_ cases: [Case]) -> [(String, String?)] {
    func count(_ name: String) -> String { String(cases.count { $0.result?.name == name }) }
    return [
      ("tests", String(cases.count)), ("failures", count("failure")), ("errors", "0"),
      ("skipped", count("skipped")),
    ]
  }

  private func finding(_ finding: ReportedFinding) -> Case {
    Case(
      file: finding.place?.path.text, line: finding.place?.range?.start.line,
      name: "\(finding.code) \(finding.message)", result: element(finding))
  }

  private func element(_ finding: ReportedFinding) -> XMLElement {
    if finding.diagnostic.suppressed {
      return XMLElement("skipped", [("message", "suppressed by the manifest")])
    }
    let text = ([finding.line] + finding.remarks).joined(separator: "\n")
    guard context.failOn.fails(finding.diagnostic) else {
      return XMLElement("system-out", text: text)
    }
    return XMLElement(
      "failure", [("type", finding.severity.rawValue), ("message", finding.message)], text: text)
  }

  /// Problems are cases of findings; here what was not looked at is skipped.
  private func checkup(_ checkup: Checkup) -> Case {
    let words = context.visible(CheckupText.words(checkup.state))
    let isSkipped = if case .notChecked = checkup.state { true } else { false }
    return Case(
      file: nil, line: nil, name: checkup.subject.rawValue,
      result: isSkipped
        ? XMLElement("skipped", [("message", words)]) : XMLElement("system-out", text: words))
  }

  private func model(_ model: ModelResult, _ mode: RunMode) -> Case {
    let words = ModelText(mode: mode, style: TextStyle()).words(model)
    let result: XMLElement? =
      switch model.action {
      case .failed: XMLElement("failure", [("type", "failed"), ("message", words)])
      case .blocked, .unplanned: XMLElement("skipped", [("message", words)])
      case .create, .update, .restore, .none:
        model.isCutShort(mode)
          ? XMLElement("skipped", [("message", words)]) : XMLElement("system-out", text: words)
      }
    return Case(
      file: context.located(model.manifest).text, line: nil,
      name: context.visible(model.fullyQualifiedName), result: result)
  }
}

extension ModelResult {
  /// Whether it was to be written, and was not, or not as a whole.
  fileprivate func isCutShort(_ mode: RunMode) -> Bool {
    mode == .publish && action != .none && progress != .complete
  }
}
