import Diagnostics
import ModelManifests
import OpenMetadataAPI
import OpenMetadataEntities
import Reconciler

extension ModelPublication {
  /// Repeats a refused patch in parts, since rights and rules hold for each field: what is refused
  /// is named, the rest goes through.
  ///
  /// A `test` of the version needs the right to edit everything, so a patch refused for want of
  /// rights is repeated without, right after a fresh read.
  mutating func changeInGroups(
    _ patch: ModelPatch, refusedWith error: OpenMetadataError
  ) async -> Step {
    let keepsTests = if case .forbidden = error { false } else { true }
    let parts = patch.groups.map { group in patch.operations.filter { $0.group == group } }
    if keepsTests, parts.count == 1 {
      refuse(parts[0], error)
      hasFailed = true
      return .failed
    }
    guard var latest = await fresh() else { return .failed }
    guard latest.isSameVersion(patch.version, patch.updatedAt) else { return .moved }
    var isWritten = false
    for operations in parts {
      let part = ModelPatch(
        id: latest.id, version: latest.version, updatedAt: latest.updatedAt,
        operations: operations, customProperties: latest.customProperties)
      let wasInDoubt = outcome.mayHaveWritten
      outcome.mayHaveWritten = false
      let step = await sendSettled(part, withTests: keepsTests)
      let isInDoubt = outcome.mayHaveWritten
      outcome.mayHaveWritten = isInDoubt || wasInDoubt
      switch step {
      case .done(let model):
        latest = model
        isWritten = true
      case .stopped:
        stop(before: names(operations))
        refusedMembers.formUnion(operations.map(\.name))
      case .failed(let error):
        // What a lost answer hides was told already.
        if isInDoubt {
          refusedMembers.formUnion(operations.map(\.name))
        } else {
          refuse(operations, error)
        }
      }
    }
    if isWritten { return .written(latest) }
    hasFailed = true
    return .failed
  }

  /// Sends a part of a patch; when the answer is lost, reading tells whether it arrived, and it is
  /// repeated once when it did not.
  private mutating func sendSettled(
    _ part: ModelPatch, withTests: Bool
  ) async -> WriteControl.Outcome<MlModel> {
    var outcome = await send(part, withTests: withTests)
    for attempt in 1...2 {
      guard case .failed(let error) = outcome, error.mayHaveTakenEffect else { return outcome }
      do throws(OpenMetadataError) {
        guard let model = try await client.model(named: plan.fullyQualifiedName).entity else {
          return outcome
        }
        if !model.isSameVersion(part.version, part.updatedAt) {
          guard isThere(part, in: model) else { return outcome }
          control.acknowledgeLost()
          return .done(model)
        }
      } catch let readError {
        leaveUnsettled(names(part.operations), error, unread: readError)
        return outcome
      }
      guard error.hidesOutcome, attempt == 1 else { return outcome }
      outcome = await send(part, withTests: withTests)
    }
    return outcome
  }

  /// Whether a model shows what a part of the patch was to write.
  private func isThere(_ part: ModelPatch, in model: MlModel) -> Bool {
    let written = Set(part.operations.map(\.name))
    return modelDifferences(model).allSatisfy { difference in
      guard case .field(let path) = difference.subject else { return true }
      return !written.contains(ModelPublication.member(of: path))
    }
  }

  private mutating func fresh() async -> MlModel? {
    do throws(OpenMetadataError) {
      if let model = try await client.model(named: plan.fullyQualifiedName).entity { return model }
      fail(
        Diagnostic(
          .catalogMoved, "\(plan.fullyQualifiedName) was deleted meanwhile", hint: "publish again",
          model: key), .stale)
    } catch {
      fail(Failure(writing: "the model", error, model: key))
    }
    return nil
  }

  private mutating func refuse(
    _ operations: [ModelPatch.Operation], _ error: OpenMetadataError
  ) {
    refusedMembers.formUnion(operations.map(\.name))
    outcome.isIncomplete = true
    guard error.isRefusal else {
      return fail(Failure(writing: names(operations), error, model: key))
    }
    outcome.troubles.insert(.findings)
    let remedy =
      if case .forbidden = error { "give the token's user the right" } else {
        "correct what the server objects to"
      }
    let change = firstChange(of: operations)
    findings.append(
      Diagnostic(
        .fieldsRefused, "the server did not let \(names(operations)) be written: \(error)",
        hint: "\(remedy), or leave the fields out of the manifest", at: change?.range,
        fieldPath: change?.path.description, model: key))
  }

  /// The first field that operations were to change, and where the file gives it.
  private func firstChange(
    of operations: [ModelPatch.Operation]
  ) -> (path: FieldPath, range: SourceRange?)? {
    let written = Set(operations.map(\.name))
    let changes = plan.changes.filter { written.contains(ModelPublication.member(of: $0.path)) }
    guard let change = changes.first(where: { $0.after != nil }) ?? changes.first else {
      return nil
    }
    if case .file(let range) = change.origin { return (change.path, range) }
    return (change.path, nil)
  }

  private func names(_ operations: [ModelPatch.Operation]) -> String {
    var names = operations.map(\.name)
    if names.contains("mlFeatures"), plan.edges.contains(where: { $0.action != .none }) {
      names.append("lineage")
    }
    return names.joined(separator: ", ")
  }
}
