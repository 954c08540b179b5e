import Diagnostics
import ModelManifests
import RegisteredModels

/// Looks at the version that a manifest points to: is it the one expected, and can it be used.
struct VersionCheck {
  let registry: RegistryManifest
  let version: RegisteredVersion
  /// The model, as findings name it.
  let model: String

  /// What is the matter with the version and its run.
  var findings: [Diagnostic] {
    [unexpected, unusable, archived].compactMap { $0 } + runFindings
      + version.gaps.filter { $0.subject != .run }.map(gap)
  }

  // MARK: The version

  private var unexpected: Diagnostic? {
    guard let expected = registry.expectedVersion, expected.value != version.version else {
      return nil
    }
    return finding(
      .registeredVersionDiffers,
      "\(registry.selection) points to version \(version.version), not to \(expected.value)",
      hint: "write \(version.version), or leave version: out to follow it wherever it points",
      at: "version")
  }

  private var unusable: Diagnostic? {
    let name = "version \(version.version) of `\(version.model)`"
    switch version.status {
    case .ready: return nil
    case .pending:
      return finding(
        .registeredVersionNotReady, "\(name) is not ready: its registration is not finished",
        hint: "publish again when the registry says that it is ready", at: registry.selectorKey)
    case .failed(let reason):
      return finding(
        .registeredVersionNotReady,
        "\(name) cannot be used: its registration failed\(reason.map { ": \($0)" } ?? "")",
        hint: "register the model again, or point to another version", at: registry.selectorKey)
    case .deleted:
      return finding(
        .registeredVersionDeleted, "\(name) was deleted in the registry",
        hint: "point to another version", at: registry.selectorKey)
    }
  }

  private var archived: Diagnostic? {
    guard version.isArchived, version.status == .ready else { return nil }
    return finding(
      .registeredVersionArchived,
      "version \(version.version) of `\(version.model)` is archived in the registry",
      hint: "point to the version that took its place", at: registry.selectorKey)
  }

  // MARK: Its run

  private var runFindings: [Diagnostic] {
    guard let run = version.run else {
      return version.gaps.filter { $0.subject == .run }.map { gap in
        let unknown = "parameters, metrics and training data of this version are not known"
        return finding(
          gap.isForbidden ? .registeredRunForbidden : .registeredRunMissing, gap.message,
          hint: gap.isForbidden ? "ask for permission to read its experiment; \(unknown)" : unknown,
          at: "model")
      }
    }
    if run.isDeleted {
      return [
        finding(
          .registeredRunMissing, "the run `\(run.id)` that made the version was deleted",
          hint: "restore it while its record is still there", at: "model",
          note: "the run is \(run.origin)")
      ]
    }
    let end: String? =
      switch run.status {
      case .failed: "failed"
      case .killed: "was stopped"
      case .running: "has not ended"
      case .finished, .other: nil
      }
    guard let end else { return [] }
    return [
      finding(
        .registeredRunFailed, "the run `\(run.id)` that made the version \(end)",
        severity: run.status == .running ? .note : nil,
        hint: "look at the run before you publish what it made", at: "model",
        note: "the run is \(run.url ?? run.origin)")
    ]
  }

  private func gap(_ gap: RegistryGap) -> Diagnostic {
    finding(
      .registryGap, gap.message, hint: "what depends on it stays in the catalog as it is",
      at: "model")
  }

  private func finding(
    _ code: DiagnosticCode, _ message: String, severity: Severity? = nil, hint: String,
    at key: String, note: String? = nil
  ) -> Diagnostic {
    Diagnostic(
      code, message, severity: severity, hint: hint, at: registry.place(of: key),
      notes: [Diagnostic.Note(note ?? "the version is \(version.origin)")],
      fieldPath: registry.path(of: key).description, model: model)
  }
}
