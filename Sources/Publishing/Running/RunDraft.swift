import Diagnostics
import ModelManifests
import Reconciler
import RegisteredModels

/// The result of a run while it is being made.
struct RunDraft {
  let options: PublishOptions
  var judgement: Judgement
  var result: RunResult
  var diagnostics: DiagnosticList
  /// What the plan found, before the project and the manifests had their say about it.
  private var planFindings = DiagnosticList()
  /// The versions that the models are registered as, by their place.
  private var versions: [Int: RegisteredVersion] = [:]
  /// Whether every registry told all that was asked.
  private var isMerged = true
  private(set) var blocked: Set<String> = []

  init(_ input: PublishInput, _ options: PublishOptions) {
    self.options = options
    judgement = Judgement(
      config: input.config, models: input.models, threshold: options.failOn,
      hasGate: options.hasGate)
    result = RunResult(mode: options.mode)
    result.selected = input.selected
    result.outcome.troubles = input.troubles
    diagnostics = input.diagnostics
    // Until the catalog was asked, nothing is known of any model.
    result.models = input.models.map { model in
      ModelResult(unplanned: model.name.value, model.findingsKey, manifest: model.path)
    }
    result.references.declared = input.models.reduce(0) { $0 + $1.referenceCount }
    result.references.notChecked = result.references.declared
    result.registries.declared = input.models.count {
      $0.registry != nil || $0.unusableRegistry != nil
    }
    result.registries.notChecked = result.registries.declared
  }

  /// Begins with what a check found when a plan was saved; the project has had its say about that.
  init(_ plan: SavedPlan, config: ProjectConfig) {
    var options = PublishOptions()
    options.failOn = plan.failOn
    self.options = options
    judgement = Judgement(config: config, models: [], threshold: options.failOn)
    result = plan.checked
    // Of the server nothing is known before it was asked.
    result.server = nil
    diagnostics = DiagnosticList()
    for finding in plan.checked.diagnostics { diagnostics.append(finding) }
    blocked = Set(result.models.filter { $0.action == .blocked }.compactMap(\.plan?.key))
    for (index, model) in result.models.enumerated() { versions[index] = model.registered }
  }

  /// Takes what is desired, as far as the registries told.
  mutating func take(_ desired: [DesiredModel]) {
    result.registries = RegistryCounts(desired)
    for (index, model) in desired.enumerated() {
      if case .read(let version) = model.registry { versions[index] = version }
    }
    isMerged = result.registries.resolved == result.registries.declared
  }

  /// Takes what looking at the files by the lock came to.
  mutating func take(_ references: ReferenceCounts, _ findings: DiagnosticList) {
    diagnostics.append(contentsOf: findings)
    result.references = references
    let isLocked = references.notChecked == 0 && result.registries.notChecked == 0
    judgement.apply(to: &diagnostics, isComplete: isMerged && isLocked) { $0.isMadeOffline }
    let unlocked = diagnostics.items.count { $0.code == .referenceNotLocked }
    noteNotChecked(references: unlocked, since: "not in the lock")
  }

  /// Ends an offline check whose lock cannot be read.
  mutating func failOffline(_ failure: Failure) {
    fail(failure)
    judgement.apply(to: &diagnostics, isComplete: false)
    noteNotChecked(
      references: result.references.notChecked, since: "the lock cannot be read")
  }

  /// Says what an offline check leaves out.
  private mutating func noteNotChecked(references: Int, since reason: String) {
    let suppressions = judgement.models.flatMap(\.suppressions).count { suppression in
      !suppression.code.value.isMadeOffline
    }
    let entries = [
      NotChecked(
        .models, result.models.count,
        reason: "an offline check does not know what the catalog holds"),
      NotChecked(.references, references, reason: reason),
      NotChecked(.registries, result.registries.notChecked, reason: reason),
      NotChecked(
        .suppressions, suppressions, reason: "an offline check makes no findings of such codes"),
    ]
    result.notChecked = entries.filter { $0.count > 0 }
  }

  /// Adds a finding that ends the run.
  mutating func fail(_ failure: Failure) {
    diagnostics.append(failure.diagnostic)
    result.outcome.troubles.insert(failure.status)
  }

  /// Adds findings made while writing; planning again repeats some that are known already.
  mutating func add(_ findings: DiagnosticList) {
    if findings.items.isEmpty { return }
    let known = Set(diagnostics.items)
    for finding in findings.items where !known.contains(finding) { diagnostics.append(finding) }
  }

  /// Takes what became of a model; a plan that was made again stands in the place of the first.
  mutating func take(_ publication: ModelPublication, _ index: Int) {
    result.models[index] = publication.result
    if result.models[index].isUnwritten { result.models[index].versionAfter = nil }
    guard let findings = publication.findingsOfNewPlan else { return }
    var stale = planFindings
    stale.rewrite { $0.model == publication.key ? $0 : nil }
    judgement.apply(to: &stale, isComplete: false)
    let known = Set(stale.items)
    diagnostics.rewrite { known.contains($0) ? nil : $0 }
    add(findings)
    noteIncompleteness()
  }

  /// Takes a plan, and gives the models that may not be written, by `Diagnostic.model`.
  mutating func take(
    _ plan: PublicationPlan, _ findings: DiagnosticList, keys: [String]
  ) -> Set<String> {
    planFindings = findings
    diagnostics.append(contentsOf: findings)
    judgement.apply(to: &diagnostics, isComplete: isMerged)
    result.services = plan.services
    result.references = plan.references
    result.models = plan.models.map { ModelResult($0) }
    blocked = judgement.blockedModels(diagnostics)
    for (plan, key) in zip(plan.models, keys) where plan.action == .blocked { blocked.insert(key) }
    let isFlawed = hasConflict || judgement.forbidsAll(diagnostics)
    let faulty = blocked
    if options.isAllOrNothing, isFlawed { blocked.formUnion(keys) }
    for (index, key) in keys.enumerated() where blocked.contains(key) {
      result.models[index].isHeldBack =
        !faulty.contains(key) && plan.models[index].conflicts.isEmpty
      result.models[index].block()
    }
    leaveServices(of: blocked, plan, keys)
    noteIncompleteness()
    return blocked
  }

  // A conflict counts whatever the project makes of the finding about it.
  private var hasConflict: Bool {
    result.models.contains { $0.plan?.conflicts.isEmpty == false }
  }

  /// Whether the plans leave out something that the files ask for.
  private mutating func noteIncompleteness() {
    result.outcome.isIncomplete =
      hasConflict || judgement.hasErrors(diagnostics) || !blocked.isEmpty
  }

  /// A service is created only for a model that is written.
  private mutating func leaveServices(
    of blocked: Set<String>, _ plan: PublicationPlan, _ keys: [String]
  ) {
    let needed = Set(
      zip(plan.models, keys).filter { !blocked.contains($0.1) }.map(\.0.serviceName))
    for index in result.services.indices where !needed.contains(result.services[index].name) {
      result.services[index].action = .none
    }
  }

  /// What is wrong with a line of the project config is wrong for each model, and told once.
  private mutating func tellSharedPlacesOnce() {
    var told: Set<Diagnostic> = []
    diagnostics.rewrite { finding in
      var anyModel = finding
      anyModel.model = nil
      return finding.range == nil || told.insert(anyModel).inserted ? finding : nil
    }
  }

  /// The result: findings in order, and everything that decides the exit code.
  mutating func finished(_ interruption: Interruption) -> RunResult {
    if diagnostics.items.contains(where: { options.failOn.fails($0) }) {
      result.outcome.troubles.insert(.findings)
    }
    if options.mode == .check, options.hasDetailedExitCode,
      result.models.contains(where: \.hasChanges)
    {
      result.outcome.troubles.insert(.changes)
    }
    for (index, version) in versions { result.models[index].registered = version }
    result.outcome.signal = interruption.signal
    tellSharedPlacesOnce()
    result.diagnostics = diagnostics.sorted
    return result
  }
}

extension DiagnosticCode {
  /// Whether findings of this code need no more than files and the lock: those of the hundreds 1 to
  /// 3, and those of the project's settings.
  fileprivate var isMadeOffline: Bool {
    ["MLC1", "MLC2", "MLC3", "MLC8"].contains { rawValue.hasPrefix($0) }
  }
}

extension ModelManifest {
  /// How many sources name a table.
  fileprivate var referenceCount: Int {
    (mlFeatures.value ?? []).reduce(0) { count, feature in
      count + (feature.featureSources.value ?? []).count { $0.dataSourceFqn.value != nil }
    }
  }
}
