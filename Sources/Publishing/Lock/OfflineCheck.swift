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
      let section = try section()
      if section == nil { draft.diagnostics.append(missing) }
      let registrations = try read { () throws(LockShapeError) in
        try section.map { section throws(LockShapeError) in try LockedRegistrations(section) }
      }
      let catalog = try read { () throws(LockShapeError) in
        try section.map { section throws(LockShapeError) in try LockedCatalog(section) }
      }
      let answers = (registrations ?? LockedRegistrations())
        .answers(for: input.models, input.config.registry, lockedBy: command)
      let desired = Merge.desiredModels(
        of: input.models, answers, options.merge(input.config), diagnostics: &draft.diagnostics)
      draft.take(desired)
      var findings = DiagnosticList()
      let snapshot = await snapshot(of: catalog ?? LockedCatalog(), for: desired)
      let references = Planner.checkReferences(
        desired, snapshot, lockedBy: command, diagnostics: &findings)
      draft.take(references, findings)
    } catch {
      draft.failOffline(error)
    }
  }

  private var command: String { LockFile.command(for: environment) }

  private func section() throws(Failure) -> LockValue? {
    guard let document = try lock?.content.get() else { return nil }
    return try read { () throws(LockShapeError) in try document.section(of: environment) }
  }

  /// Reads something of the lock, or says where it is not as it should be.
  private func read<Value>(
    _ value: () throws(LockShapeError) -> Value
  ) throws(Failure) -> Value {
    do throws(LockShapeError) {
      return try value()
    } catch {
      throw lock?.failure(error)
        ?? Failure(.unreadableLock, error.problem, nil, .unreadableInput)
    }
  }

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
