import Diagnostics

/// The models that a signal left unwritten or written in part, told by one finding.
struct StoppedModels {
  private static let shownNames = 3

  private var names: [String] = []
  private var findings: [Diagnostic] = []

  /// Takes what is said of the signal out of the findings about a model.
  mutating func take(from findings: inout DiagnosticList, of name: String) {
    let taken = findings.items.filter { $0.code == .stoppedEarly }
    guard !taken.isEmpty else { return }
    findings.rewrite { $0.code == .stoppedEarly ? nil : $0 }
    names.append(name)
    self.findings += taken
  }

  /// The finding; nil when no model was stopped.
  var finding: Diagnostic? {
    guard findings.count > 1 else { return findings.first }
    let shown = names.prefix(StoppedModels.shownNames).joined(separator: ", ")
    let rest = names.count - StoppedModels.shownNames
    let subject =
      names.count == 1
      ? "\(shown) was" : "\(names.count) models were"
    let list = names.count == 1 ? "" : ": \(shown)\(rest > 0 ? " and \(rest) more" : "")"
    return Diagnostic(
      .stoppedEarly, "stopped before \(subject) written whole\(list)", hint: "publish again",
      model: names.count == 1 ? findings[0].model : nil)
  }
}
