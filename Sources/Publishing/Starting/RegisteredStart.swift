public import Diagnostics
public import ModelManifests
import Reconciler
import RegisteredModels

/// Writes the manifest that a registered model begins with.
public struct RegisteredStart: Sendable {
  /// What came of it.
  public struct Result: Sendable {
    /// The manifest; nil when the registry gave no version.
    public let manifest: String?
    /// What is to be said about the version.
    public let findings: [Diagnostic]
    /// The exit status.
    public let status: ExitCode
  }

  private let registries: RegistrySettings
  private let config: RegistryConfig
  private let connection: Connection
  private let interruption: Interruption

  /// Makes a run; what the catalog's connection says of its own server is not used.
  ///
  /// - Parameters:
  ///   - registries: What the operator says about model registries.
  ///   - config: What the project config says about them.
  ///   - connection: How requests are carried.
  ///   - interruption: Whoever may stop the run.
  public init(
    registries: RegistrySettings, config: RegistryConfig, connection: Connection,
    interruption: Interruption
  ) {
    self.registries = registries
    self.config = config
    self.connection = connection
    self.interruption = interruption
  }

  /// Asks the registry and writes down what it knows.
  public func run(_ name: RegisteredModelName) async -> Result {
    let registry = name.registry
    let place = registry.model.range
    var blank = ModelManifest(
      range: place, service: ServiceManifest(name: ServiceManifest.defaultName),
      name: registry.model)
    blank.registry = registry
    let questions = RegistryQuestions([blank], config, registries)
    let connection = connection
    let answers = await interruption.cancelling { await questions.answers(over: connection) }
    if let signal = interruption.signal {
      return Result(manifest: nil, findings: [], status: signal)
    }
    var list = DiagnosticList()
    var options = MergeOptions()
    options.registry = config
    let desired = Merge.desiredModels(of: [blank], answers, options, diagnostics: &list)
    let findings = list.items.map { finding in
      var finding = finding
      finding.range = nil
      // Nothing is published here, with or without the registry.
      if case .failed(let failure)? = answers[0] { finding.hint = failure.hint }
      return finding
    }
    switch answers[0] {
    case .version?:
      guard let model = desired.first?.manifest else { break }
      return Result(
        manifest: RegisteredManifestText(model, registry).text, findings: findings, status: .success
      )
    case .failed(let failure)?:
      return Result(manifest: nil, findings: findings, status: ExitCode(failure.kind))
    case .refused?, nil: break
    }
    return Result(manifest: nil, findings: findings, status: .findings)
  }
}
