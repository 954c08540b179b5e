import Diagnostics
import JSONDocuments
import ModelManifests
import OpenMetadataAPI
import OpenMetadataEntities
import Reconciler

extension ModelPublication {
  /// Reads the model back, compares it with the plan, and gives what was read.
  mutating func verified(_ answer: MlModel) async -> MlModel {
    guard isVerifying else { return answer }
    do throws(OpenMetadataError) {
      guard let model = try await readBack.model(after: answer) else {
        outcome.differs = true
        findings.append(
          Diagnostic(
            .notReadBack, "\(plan.fullyQualifiedName) was written, but is not there",
            hint: "publish again", model: key))
        return answer
      }
      let edit = laterEdit(model, after: answer)
      if edit == nil, !modelDifferences(model).isEmpty, let whole = await writeWhole(over: model) {
        let again = try await readBack.model(after: whole) ?? whole
        report(again, after: whole)
        return again
      }
      report(model, after: answer)
      return model
    } catch {
      noteUnread("the model", error)
      return answer
    }
  }

  /// Says what is otherwise than planned.
  ///
  /// What was so in the server's answer to our write already is nobody else's doing.
  private mutating func report(_ model: MlModel, after answer: MlModel) {
    let (answered, there) = (FieldValues(of: answer), FieldValues(of: model))
    let edit = laterEdit(model, after: answer)
    for difference in modelDifferences(model) {
      let isTheirs =
        if case .field(let path) = difference.subject { answered[path] != there[path] } else {
          false
        }
      report([difference], laterEdit: isTheirs ? edit : nil)
    }
  }

  func modelDifferences(_ model: MlModel) -> [VerificationDifference] {
    Verification.differences(plan, model: model).filter { difference in
      guard case .field(let path) = difference.subject else { return true }
      return !refusedMembers.contains(ModelPublication.member(of: path))
    }
  }

  /// The member of the entity that a field of the manifest is kept in.
  static func member(of path: FieldPath) -> String {
    switch path.topLevelMember {
    case "tier", "glossaryTerms": "tags"
    case "extension": path.description
    default: path.topLevelMember
    }
  }

  /// Who changed the model after us, when somebody did.
  private func laterEdit(_ model: MlModel, after answer: MlModel) -> Edit? {
    guard model.updatedBy != answer.updatedBy, model.isAsNew(as: answer) else { return nil }
    return Edit(updatedBy: model.updatedBy, updatedAt: model.updatedAt.integer ?? 0)
  }

  /// Says what was read back otherwise than planned.
  mutating func report(_ differences: [VerificationDifference], laterEdit: Edit?) {
    for difference in differences {
      if let laterEdit, case .field(let path) = difference.subject {
        findings.append(
          Diagnostic(
            .changedAfterwards, "\(path) was changed by \(laterEdit.updatedBy) right afterwards",
            fieldPath: path.description, model: key))
        continue
      }
      outcome.differs = true
      findings.append(finding(difference))
    }
  }

  private func finding(_ difference: VerificationDifference) -> Diagnostic {
    let path = if case .field(let path) = difference.subject { path } else { FieldPath([]) }
    let values =
      ": expected \(text(path.shown(difference.expected))), found "
      + text(path.shown(difference.actual))
    switch difference.subject {
    case .field(let path):
      let change = plan.changes.first { $0.path == path }
      let place: SourceRange? = if case .file(let range)? = change?.origin { range } else { nil }
      return Diagnostic(
        .readBackDiffers, "\(path) was read back otherwise than planned\(values)",
        hint: "publish again; the server may keep this field from the token's user",
        at: place, fieldPath: path.description, model: key)
    case .columns(let table):
      return Diagnostic(
        .readBackDiffers, "columns of the edge from \(table) were not taken\(values)",
        hint: "newer servers leave out columns and features that they do not know", model: key)
    case .edge(let table):
      return Diagnostic(
        .readBackDiffers, "the edge from \(table) was read back otherwise than planned\(values)",
        hint: "publish again", model: key)
    }
  }

  private func text(_ value: JSON?) -> String {
    guard let text = value?.text() else { return "nothing" }
    return text.count > 200 ? text.prefix(200) + "…" : text
  }

  /// Says that nobody looked at what was written, since the user did not want it.
  mutating func sayUnverified() {
    findings.append(
      Diagnostic(
        .notVerified,
        "\(plan.fullyQualifiedName) was written and not read back: nobody knows what the catalog made of it",
        hint: "publish without --no-verify", at: place, model: key))
  }

  /// Notes that a write could not be looked at; it counts as not done.
  mutating func noteUnread(_ what: String, _ error: OpenMetadataError) {
    outcome.isIncomplete = true
    findings.append(
      Diagnostic(
        .notReadBack, "\(what) of \(plan.fullyQualifiedName) could not be read back: \(error)",
        hint: "publish again", model: key))
  }
}
