public import Diagnostics
public import ModelManifests
public import RegisteredModels

/// What is said when a registry gave no version.
public enum RegistryTrouble {
  /// Whether a model may be published without what its registry knows.
  ///
  /// Only where the registry cannot be reached and nobody asked for a promoted version; a refused
  /// token never is a reason to publish less.
  public static func isExcused(_ failure: RegistryFailure, _ options: MergeOptions) -> Bool {
    guard options.isRegistryExcusable else { return false }
    return switch failure.kind {
    case .unreachable, .gaveUp: true
    case .untrusted, .notPermitted, .misconfigured, .notLocked: false
    }
  }

  /// The finding for a registry that has to answer and did not; nil when the manifest names none.
  public static func finding(
    _ failure: RegistryFailure, of manifest: ModelManifest
  ) -> Diagnostic? {
    guard let registry = manifest.registry else { return nil }
    return Diagnostic(
      failure.kind.code, failure.message, hint: failure.hint, at: registry.place(of: "model"),
      fieldPath: registry.path(of: "model").description, model: manifest.findingsKey)
  }

  /// What to do, and how to go on without the registry where that is possible.
  private static func hint(for failure: RegistryFailure, _ options: MergeOptions) -> String? {
    var options = options
    options.isRegistryOptional = true
    guard isExcused(failure, options) else { return failure.hint }
    let without = "`--registry optional` publishes without the registry"
    return failure.hint.map { "\($0); \(without)" } ?? without
  }

  /// The finding for an answer without a version; nil when it has one.
  static func finding(
    _ answer: RegistryAnswer, _ registry: RegistryManifest, _ options: MergeOptions, model: String
  ) -> Diagnostic? {
    func finding(
      _ code: DiagnosticCode, _ message: String, hint: String?, at key: String = "model"
    ) -> Diagnostic {
      Diagnostic(
        code, message, hint: hint, at: registry.place(of: key),
        fieldPath: registry.path(of: key).description, model: model)
    }
    switch answer {
    case .version: return nil
    case .refused(let refusal):
      return finding(
        .registeredModelNotFound, refusal.message, hint: refusal.hint,
        at: refusal.subject.rawValue)
    case .failed(let failure) where isExcused(failure, options):
      return finding(
        .registryNotAsked, "published without the registry: \(failure.message)",
        hint: "what it may have given stays in the catalog as it is; publish again when it answers")
    case .failed(let failure):
      return finding(failure.kind.code, failure.message, hint: hint(for: failure, options))
    }
  }
}

extension RegistryFailure.Kind {
  fileprivate var code: DiagnosticCode {
    switch self {
    case .unreachable, .untrusted: .registryUnreachable
    case .gaveUp: .registryBusy
    case .notPermitted: .registryNotPermitted
    case .misconfigured: .registryMisconfigured
    case .notLocked: .registrationNotLocked
    }
  }
}
