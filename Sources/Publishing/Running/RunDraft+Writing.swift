import Diagnostics
import FullyQualifiedNames
import HTTPClient
import OpenMetadataAPI
import Reconciler

extension RunDraft {
  /// Takes what became of a plan.
  mutating func take(_ applied: Applier.Applied) {
    result.writtenServices = applied.writtenServices
    result.unsettledServices = applied.unsettledServices
    for (index, publication) in applied.publications { take(publication, index) }
    var stopped = StoppedModels()
    for (_, publication) in applied.publications {
      var findings = publication.findings
      stopped.take(from: &findings, of: publication.plan.fullyQualifiedName)
      judgement.apply(to: &findings, isComplete: false)
      add(findings)
      result.outcome.add(publication.outcome)
    }
    if let finding = stopped.finding {
      var findings = DiagnosticList()
      findings.append(finding)
      judgement.apply(to: &findings, isComplete: false)
      add(findings)
    }
    let unread = applied.publications.count { $0.publication.isUnverified }
    if unread > 0 {
      result.notChecked.append(NotChecked(.readBacks, unread, reason: "--no-verify"))
    }
    result.outcome.hasWritten = applied.ledger.acknowledged > 0
    if applied.ledger.isAllForbidden { result.outcome.troubles.insert(.notPermitted) }
  }

  /// Gives each model that is in the catalog the address of its page.
  mutating func addAddresses(_ server: ServerURL) {
    for index in result.models.indices {
      let model = result.models[index]
      guard model.versionBefore != nil || model.progress != .notStarted else { continue }
      let segment = PercentEncoding.segment(model.fullyQualifiedName)
      result.models[index].url = "\(server)/mlmodel/\(segment)"
    }
  }
}

extension RunOutcome {
  /// Adds what one model contributes.
  fileprivate mutating func add(_ other: RunOutcome) {
    differs = differs || other.differs
    isIncomplete = isIncomplete || other.isIncomplete
    mayHaveWritten = mayHaveWritten || other.mayHaveWritten
    troubles.formUnion(other.troubles)
  }
}
