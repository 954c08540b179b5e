import Diagnostics
import ModelManifests
import OpenMetadataAPI
import OpenMetadataEntities
import Reconciler

/// The check of a run that asks nobody: what the catalog and the registries know comes from the
/// lock, and everything after that is the way of every check.
struct OfflineCheck {
  /// nil when nobody looked for one.
  let lock: LockFile?
  /// The environment of the project config that is meant; nil for none.
  let environment: String?
  let options: PublishOptions

  /// Looks at the files.
  func check(_ input: PublishInput, _ draft: inout RunDraft) async {
    guard input.isUsable else {
      return draft.judgement.apply(to: &draft.diagnostics, isComplete: false)
    }
    do throws(Failure) {
      let locked = try LockedState(lock, of: environment)
      if locked == nil { draft.diagnostics.append(missing) }
      let answers = (locked?.registrations ?? LockedRegistrations())
        .answers(for: input.models, input.config.registry, lockedBy: command)
      let desired = Merge.desiredModels(
        of: input.models, answers, options.merge(input.config), diagnostics: &draft.diagnostics)
      draft.take(desired)
      var findings = DiagnosticList()
      let snapshot = await snapshot(of: locked?.catalog ?? LockedCatalog(), for: desired)
      let references = Planner.checkReferences(
        desired, snapshot, lockedBy: command, diagnostics: &findings)
      draft.take(references, findings)
    } catch {
      draft.failOffline(error)
    }
  }

  private var command: String { LockFile.command(for: environment) }

  private func snapshot(
    of catalog: LockedCatalog, for desired: [DesiredModel]
  ) async -> CatalogSnapshot {
    let empty = CatalogSnapshot(
      serverURL: "", capabilities: Capabilities(version: catalog.version))
    let snapshot = try? await catalog.completing(empty, for: desired) { snapshot in
      Planner.referenceKeys(desired, snapshot)
    }
    return snapshot ?? empty
  }

  /// Says that there is nothing to check by.
  private var missing: Diagnostic {
    let path = lock?.path ?? LockFile.name
    guard lock?.source != nil else {
      return Diagnostic(
        .noLock, "there is no \(path)",
        hint: "run `\(command)` where the catalog can be reached, and commit the file")
    }
    return Diagnostic(
      .noLock,
      "\(path) has no section for \(environment.map { "the environment `\($0)`" } ?? "the project")",
      hint: "run `\(command)` where the catalog can be reached, and commit the file")
  }
}
