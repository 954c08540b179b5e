import Diagnostics
import ModelManifests
import Reconciler

extension RunDraft {
  /// Takes what the files were before, or why that is not known.
  ///
  /// Models are compared when the settings hold: without them nobody knows which services the
  /// models belong to.
  mutating func compare(_ input: PublishInput, with baseline: Result<Baseline, Failure>?) {
    switch baseline {
    case nil: return
    case .failure(let failure): fail(failure)
    case .success(let baseline):
      result.changedLines = baseline.changedLines
      guard input.troubles.isDisjoint(with: [.configuration, .usage]) else { return }
      let manifests = ManifestComparison(
        from: baseline.state.selecting(input.selected?.selection ?? .everything),
        to: ManifestState(of: input, without: baseline.notCompared))
      result.comparison = ReferenceComparison(
        reference: baseline.reference, commit: baseline.commit, mergeBase: baseline.mergeBase,
        manifests: manifests, notCompared: baseline.notCompared.count)
      let findings = ComparisonFindings(against: baseline.reference).findings(of: manifests)
      for finding in baseline.findings + findings { diagnostics.append(finding) }
      // Findings of these two are made after it was judged which suppressions are needless.
      judgement.notSought.subtract(
        DiagnosticCatalogue.comparisonCodes.subtracting([.leftInCatalog, .downstreamUnknown]))
    }
  }

  /// Says what the pull request takes out of a file and the catalog keeps.
  mutating func noteWhatStays(_ desired: [DesiredModel], _ plans: [ModelPlan]) {
    let changed = (result.comparison?.manifests.models ?? []).filter { $0.change == .changed }
    let comparisons = Dictionary(changed.map { ($0.fullyQualifiedName, $0) }) { first, _ in first }
    if comparisons.isEmpty { return }
    var findings = DiagnosticList()
    for (model, plan) in zip(desired, plans) where plan.action != .blocked {
      guard let comparison = comparisons[model.manifest.findingsKey] else { continue }
      for finding in LeftInCatalog(comparison, model, plan).findings { findings.append(finding) }
    }
    judgement.apply(to: &findings, isComplete: false)
    add(findings)
  }

  /// Takes what depends on the models; the first finding about each one tells it.
  mutating func take(_ impacts: [String: DownstreamImpact]) {
    guard let models = result.comparison?.manifests.models else { return }
    result.comparison?.downstream = impacts
    var findings = DiagnosticList()
    for model in models where model.isBreaking {
      switch impacts[model.publishedName] {
      case .known(let assets)?: note(assets, of: model.fullyQualifiedName)
      case .unknown(let reason)?:
        findings.append(
          Diagnostic(
            .downstreamUnknown,
            "what depends on `\(model.publishedName)` is not known: \(reason)",
            hint: "look at its lineage in the catalog", at: model.range,
            model: model.fullyQualifiedName))
      case .notPublished?, .notAsked?, nil: break
      }
    }
    judgement.apply(to: &findings, isComplete: false)
    add(findings)
  }

  private mutating func note(_ assets: DownstreamImpact.Assets, of model: String) {
    guard assets.total > 0 else { return }
    var isTold = false
    diagnostics.rewrite { finding in
      guard !isTold, finding.model == model,
        DiagnosticCatalogue.comparisonCodes.contains(finding.code)
      else { return finding }
      isTold = true
      var finding = finding
      finding.notes.append(Diagnostic.Note("downstream: \(assets.text(3))"))
      return finding
    }
  }
}

extension DownstreamImpact.Assets {
  /// The nearest ones with their owners, and how many more there are.
  fileprivate func text(_ limit: Int) -> String {
    let shown = nearest.prefix(limit).map { asset in
      let owners = asset.owners ?? []
      let suffix = owners.isEmpty ? "" : " (owned by \(owners.joined(separator: ", ")))"
      return "\(asset.type) \(asset.fullyQualifiedName)\(suffix)"
    }
    let rest = total - shown.count
    return shown.joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : "")
  }
}
