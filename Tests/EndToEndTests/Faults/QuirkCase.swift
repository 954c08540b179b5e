import Diagnostics
import EmbeddedCatalog
import JSONDocuments
import ModelManifests
import Publishing
import Reconciler
import Reporting
import TestSupport

/// One run against a server with quirks.
struct QuirkCase: Sendable, CustomStringConvertible {
  let version: String
  let scenario: PublishScenario
  let quirks: [ServerQuirk]
  var isVerifying = true

  var description: String {
    "\(version) \(scenario), \(quirks.map(\.rawValue).joined(separator: " and "))"
  }

  /// What came of a case.
  struct Outcome: Sendable {
    let status: ExitCode
    /// The codes of the findings that are no notes, each once.
    let codes: [String]
    /// Whether the catalog shows what the file says, apart from what was told otherwise.
    let isAsPlanned: Bool
    let summary: String
    var complaints: [String] = []

    /// `0`, or the exit status and what was found.
    var text: String {
      ([String(status.rawValue)] + codes).joined(separator: " ")
    }
  }

  /// Publishes, looks at the catalog by other eyes, and publishes until all is well.
  ///
  /// - Parameter end: What a run leaves that meets no quirk.
  func run(on template: CatalogTemplate, expecting end: EndState) async throws -> Outcome {
    try await template.withCopy { catalog in
      let project = try Project()
      let before = try await CatalogPrint(catalog)
      catalog.catalog.server.setFaults(try ServerQuirk.faults(quirks, in: scenario))
      let result = try await publish(project, to: catalog)
      catalog.catalog.server.setFaults(.none)
      let there = try? await EndState(catalog)
      let untold = differences(of: there, from: end).subtracting(told(in: result))
      let text = TextReport(style: TextStyle(), files: []).text(result)
      var outcome = Outcome(
        status: result.outcome.status, codes: codes(of: result), isAsPlanned: untold.isEmpty,
        summary: text.split(separator: "\n").suffix(4).joined(separator: "\n"))
      func demand(_ holds: Bool, _ complaint: String) {
        if !holds { outcome.complaints.append("\(self): \(complaint)\n\(text)") }
      }
      if isVerifying {
        demand(untold.isEmpty, "\(untold.sorted()) differ and nobody says so")
        let documented: Set<ExitCode> = [
          .success, .findings, .incomplete, .stale, .differs, .notPermitted,
        ]
        demand(documented.contains(outcome.status), "ends with \(outcome.status)")
      }
      let isAlone = Set(quirks).isDisjoint(with: [.deletion, .foreignField, .foreignText])
      if isAlone, [.findings, .stale, .notPermitted].contains(outcome.status) {
        demand(try await CatalogPrint(catalog) == before, "something was written")
      }
      try await settle(project, catalog, outcome.status, end, demand)
      return outcome
    }
  }

  /// The quirks go on, and a run that was green has nothing left to do; then they end, and so does
  /// every difference.
  private func settle(
    _ project: Project, _ catalog: SampleCatalog, _ status: ExitCode, _ end: EndState,
    _ demand: (Bool, String) -> Void
  ) async throws {
    let again = try await publish(project, to: catalog)
    if isVerifying, status == .success {
      demand(again.outcome.status == .success, "the second run: \(again.told)")
      demand(again.requests.writes == 0, "the second run writes")
    }
    // What somebody deleted comes back when one asks for it.
    let last = try await publish(project, to: catalog, restores: quirks.contains(.deletion))
    demand(last.outcome.status == .success, "the last run: \(last.told)")
    let left = differences(of: try await EndState(catalog), from: end)
    let theirs = quirks.contains(.foreignText) ? ["description"] : []
    demand(left.subtracting(theirs).isEmpty, "the last run leaves \(left.sorted())")
    if quirks.contains(.foreignField), !quirks.contains(.deletion) {
      let name = try await catalog.model()["displayName"]?.string
      demand(name == "Theirs", "what somebody else wrote is lost")
    }
  }

  private func publish(
    _ project: Project, to catalog: SampleCatalog, restores: Bool = false
  ) async throws -> RunResult {
    // As many readings as usual, in less time.
    let pauses: [Duration] = [.zero, .milliseconds(5), .milliseconds(10), .milliseconds(20)]
    return try await catalog.publish(project, readBackPauses: pauses) { options in
      scenario.configure(&options)
      options.plan.restoresDeleted = options.plan.restoresDeleted || restores
      options.isVerifying = isVerifying
    }
  }

  /// The members of the model, and the tables of the edges, that are otherwise; what only somebody
  /// else gives is not.
  private func differences(of there: EndState?, from end: EndState) -> Set<String> {
    guard let there else { return ["the model"] }
    var names: Set<String> = []
    let members = (end.model.object?.members ?? []) + (there.model.object?.members ?? [])
    for member in Set(members.map(\.key)) where member != "displayName" {
      if there.model[member] != end.model[member] { names.insert(member) }
    }
    for table in Set(there.edges.keys).union(end.edges.keys)
    where there.edges[table] != end.edges[table] {
      names.insert("public.\(table)")
    }
    return names
  }

  /// What a run says is not as the file has it: all when the model as a whole was left.
  private func told(in result: RunResult) -> Set<String> {
    let whole: Set<DiagnosticCode> = [
      .writeRefused, .catalogMoved, .notReadBack, .modelDeleted, .writeUnsettled,
    ]
    let errors = result.diagnostics.filter { $0.severity == .error }
    let all = Set(
      EndState.members + ["orders", "restaurants", "users", "riders"].map { "public.\($0)" }
        + ["the model"])
    if errors.contains(where: { whole.contains($0.code) }) { return all }
    var told = all.filter { name in errors.contains { $0.message.contains(name) } }
    // Without its features a model's lineage is not written either.
    if errors.contains(where: { $0.code == .fieldsRefused && $0.message.contains("lineage") }) {
      told.formUnion(all.filter { $0.hasPrefix("public.") })
    }
    let kept = result.models.flatMap { $0.plan?.kept ?? [] }.map(\.path.topLevelMember)
    let changed = result.diagnostics.filter { $0.code == .changedAfterwards }
    return told.union(kept).union(changed.compactMap(\.fieldPath))
  }

  private func codes(of result: RunResult) -> [String] {
    Set(result.diagnostics.filter { $0.severity != .note }.map(\.code.rawValue)).sorted()
  }
}
