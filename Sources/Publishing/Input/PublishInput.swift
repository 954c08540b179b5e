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
  ///   - problem: What is wrong with the settings, so that the catalog is not asked.
  ///   - changed: Contents that stand in the place of the files', by their paths.
  public init(
    operands: [String], configFile: SourceFile?, environment: String? = nil,
    overrides: FieldOverrides = .none, problem: SettingsError? = nil,
    changed: [String: SourceFile] = [:]
  ) {
    let configFile = configFile.map { changed[$0.path] ?? $0 }
    var diagnostics = DiagnosticList()
    var config = PublishInput.config(configFile, &diagnostics)
    var troubles: Set<ExitCode> = diagnostics.contains(atLeast: .error) ? [.configuration] : []
    var problem = problem
    if let environment {
      if let selected = config.selecting(environment: environment) {
        config = selected
      } else if troubles.isEmpty {
        problem = .unknownEnvironment(
          environment, known: Array(config.environments.keys), config: configFile?.path)
      }
    }
    if let failure = problem.map({ Failure($0) }) {
      diagnostics.append(failure.diagnostic)
      troubles.insert(failure.status)
    }
    var failures: [Failure] = []
    let files = PublishInput.files(operands, config, changed, &diagnostics, &failures)
    for failure in failures {
      diagnostics.append(failure.diagnostic)
      troubles.insert(failure.status)
    }
    var text = DiagnosticList()
    let manifests = files.map {
      ManifestFile($0, config: config, overrides: overrides, diagnostics: &text)
    }
    if text.contains(where: { $0.severity == .error && $0.code.rawValue.hasPrefix("MLC1") }) {
      troubles.insert(.unreadableInput)
    } else if !manifests.isEmpty {
      for finding in OverrideCheck.findings(overrides, in: manifests) {
        diagnostics.append(finding)
        troubles.insert(.usage)
      }
    }
    let isEmpty = manifests.allSatisfy { $0.documentCount == 0 }
    if isEmpty, !files.isEmpty, !text.contains(atLeast: .error) {
      let failure = Failure(InputError.noModel(files.map(\.path)))
      // Says of all files what each has been said to lack.
      text.rewrite { $0.code == .noDocument ? nil : $0 }
      text.append(failure.diagnostic)
      troubles.insert(failure.status)
    }
    let aliases = config.serviceAliases
    models = RepeatedModels.removed(
      from: manifests.flatMap(\.models).map { $0.applying(aliases) }, diagnostics: &text)
    diagnostics.append(contentsOf: text)
    self.config = config
    self.files = [configFile, overrides.file].compactMap(\.self) + files
    self.diagnostics = diagnostics
    self.troubles = troubles
  }

  /// The files that there are, so that a wrong path hides no finding in the others.
  private static func files(
    _ operands: [String], _ config: ProjectConfig, _ changed: [String: SourceFile],
    _ diagnostics: inout DiagnosticList, _ failures: inout [Failure]
  ) -> [SourceFile] {
    let existing = operands.filter { FileSystem.kind($0) != nil }
    for operand in operands where !existing.contains(operand) {
      failures.append(Failure(InputError.noSuchPath(operand)))
    }
    if existing.isEmpty, !operands.isEmpty { return [] }
    do throws(InputError) {
      let found = try ManifestSearch(config).find(existing, changed: changed)
      for pattern in found.unmatchedPatterns {
        diagnostics.append(
          Diagnostic(
            .unmatchedPattern, "no file matches '\(pattern.value)'",
            hint: "patterns are matched below the folder of the project config", at: pattern.range))
      }
      return found.files
    } catch {
      failures.append(Failure(error))
      return []
    }
  }

  private static func config(
    _ file: SourceFile?, _ diagnostics: inout DiagnosticList
  ) -> ProjectConfig {
    guard let file else { return ProjectConfig() }
    return ProjectConfig(file, diagnostics: &diagnostics)
  }
}

extension DiagnosticList {
  /// Whether a finding is of a certain kind.
  func contains(where predicate: (Diagnostic) -> Bool) -> Bool {
    items.contains(where: predicate)
  }
}
