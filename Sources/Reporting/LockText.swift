public import Diagnostics
public import Publishing

/// What people see of `lock`: the findings, what moved since the lock before, and a summary.
public struct LockText: Sendable {
  private let lock: LockFile
  private let isCheck: Bool
  private let isQuiet: Bool
  private let style: TextStyle
  private let files: [String: SourceFile]

  /// Makes reports.
  ///
  /// - Parameters:
  ///   - lock: The lock that was there.
  ///   - files: The files that findings quote.
  ///   - isCheck: Whether nothing was to be written.
  ///   - isQuiet: Whether only findings and the summary are told.
  ///   - usesColor: Whether colours are used.
  public init(
    lock: LockFile, files: [SourceFile], isCheck: Bool, isQuiet: Bool, usesColor: Bool
  ) {
    self.lock = lock
    self.isCheck = isCheck
    self.isQuiet = isQuiet
    style = TextStyle(usesColor: usesColor)
    self.files = Dictionary(
      (files + [lock.source].compactMap { $0 }).map { ($0.path, $0) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The text.
  public func text(_ result: LockResult, _ findings: [Diagnostic]) -> String {
    let files = files
    let renderer = DiagnosticRenderer(usesColor: style.usesColor) { files[$0] }
    var blocks = findings.map { renderer.text($0) }
    if !isQuiet, !isCheck, findings.isEmpty, !result.differences.isEmpty {
      // Where there was no lock everything is new.
      let lines =
        lock.source == nil
        ? counts(result)
        : result.differences.map { line($0) }.reduce(into: []) { lines, line in
          if !lines.contains(line) { lines.append(line) }
        }
      blocks.append(lines.joined(separator: "\n"))
    }
    blocks.append(summary(result, findings))
    return blocks.map { $0.hasSuffix("\n") ? $0 : $0 + "\n" }.joined(separator: "\n")
  }

  /// A line for each kind of thing, in the order in which they come.
  private func counts(_ result: LockResult) -> [String] {
    var kinds: [(kind: String, count: Int)] = []
    var seen: Set<String> = []
    for difference in result.differences {
      // A person is looked up as an owner and as the value of a custom property.
      if let index = kinds.firstIndex(where: { $0.kind == difference.kind }) {
        kinds[index].count += seen.contains(difference.subject) ? 0 : 1
      } else {
        kinds.append((difference.kind, 1))
      }
      seen.insert(difference.subject)
    }
    return kinds.map { kind, count in
      let plural = kind.hasSuffix("y") ? "\(kind.dropLast())ies" : "\(kind)s"
      return style.paint("+ \(count) \(count == 1 ? kind : plural)", .green)
    }
  }

  private func line(_ difference: LockDifference) -> String {
    let subject = VisibleText.escaping(difference.subject)
    switch difference.change {
    case .added: return style.paint("+ \(subject)", .green)
    case .removed: return style.paint("- \(subject)", .red)
    case .changed(let details):
      let text = details.isEmpty ? "" : ": " + VisibleText.escaping(details.joined(separator: "; "))
      return style.paint("~ \(subject)", .yellow) + text
    }
  }

  private func summary(_ result: LockResult, _ findings: [Diagnostic]) -> String {
    let server = result.server.map { "OpenMetadata \($0.version) at \($0.url)" }
    var text =
      result.outcome.signal == nil ? title(result, findings, server) : "Stopped by a signal"
    text += "."
    if result.findingsCount > 0 {
      let count = result.findingsCount
      text +=
        "\n'mlcatalog publish --check --offline' has \(count == 1 ? "1 finding" : "\(count) findings") "
        + "about what the manifests name."
    }
    return text
  }

  private func title(
    _ result: LockResult, _ findings: [Diagnostic], _ server: String?
  ) -> String {
    guard let server, isCheck || findings.isEmpty else {
      return "\(lock.path) was not \(isCheck ? "compared" : "written")"
    }
    if isCheck, lock.source == nil { return "There is no \(lock.path) to compare with \(server)" }
    if isCheck, !findings.isEmpty { return "\(lock.path) is not what \(server) says now" }
    let isSame = isCheck || result.text == nil
    return isSame
      ? "\(lock.path) is up to date with \(server)" : "Wrote \(lock.path) from \(server)"
  }
}
