public import Diagnostics
public import ModelManifests

/// What the files of a project say, with everything that is wrong with them.
public struct PublishInput: Sendable {
  /// The files read, the project config first; findings quote them.
  public let files: [SourceFile]
  /// The project config, or an empty one.
  public let config: ProjectConfig
  /// The models that can be told by name, each once.
  public let models: [ModelManifest]
  /// The findings so far.
  public let diagnostics: DiagnosticList
  /// What went wrong, each as an exit code.
  public let troubles: Set<ExitCode>
  /// What the command line left of the models; nil when it names none.
  public let selected: SelectedModels?

  /// Whether the catalog may be asked: the settings hold, and there is a model.
  public var isUsable: Bool {
    !models.isEmpty && troubles.isDisjoint(with: [.configuration, .noInput, .usage])
  }

  /// Reads the project config and the manifests.
  ///
  /// - Parameters:
  ///   - operands: The paths of the command line.
  ///   - configFile: The project config; nil when there is none.
  ///   - environment: The environment of the project config that is meant; nil for none.
  ///   - overrides: The values that the command line gives to fields.
  ///   - selection: Which of the models are meant; what is wrong with others is not told.
  ///   - problem: What is wrong with the settings, so that the catalog is not asked.
  ///   - changed: Contents that stand in the place of the files', by their paths.
  public init(
    operands: [String], configFile: SourceFile?, environment: String? = nil,
    overrides: FieldOverrides = .none, selection: ModelSelection = .everything,
    problem: SettingsError? = nil, changed: [String: SourceFile] = [:]
  ) {
    let configFile = configFile.map { changed[$0.path] ?? $0 }
    var reading = InputReading()
    reading.readConfig(configFile, environment: environment, problem: problem)
    let manifests = reading.findManifests(operands, changed: changed)
    reading.readManifests(manifests, overrides, selection)
    files = [configFile, overrides.file].compactMap(\.self) + manifests
    config = reading.config
    models = reading.models
    selected = reading.selected
    diagnostics = reading.diagnostics
    troubles = reading.troubles
  }
}

extension DiagnosticList {
  /// Whether a finding is of a certain kind.
  func contains(where predicate: (Diagnostic) -> Bool) -> Bool {
    items.contains(where: predicate)
  }
}
