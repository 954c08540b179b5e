import Diagnostics
import ModelManifests

/// Reads what the files of a project say, in steps: the config, the manifests that there are, their
/// models.
struct InputReading {
  /// The project config in the environment that is meant, or an empty one.
  private(set) var config = ProjectConfig()
  /// The models that can be told by name, each once.
  private(set) var models: [ModelManifest] = []
  /// What the command line left of the models; nil when it names none.
  private(set) var selected: SelectedModels?
  private(set) var diagnostics = DiagnosticList()
  /// What went wrong, each as an exit code.
  private(set) var troubles: Set<ExitCode> = []

  /// Reads the config.
  ///
  /// - Parameters:
  ///   - file: The config; nil when there is none.
  ///   - environment: The environment of the config that is meant; nil for none.
  ///   - problem: What is wrong with the settings already, which is told first.
  mutating func readConfig(
    _ file: SourceFile?, environment: String?, problem: SettingsError?
  ) {
    if let file { config = ProjectConfig(file, diagnostics: &diagnostics) }
    if diagnostics.contains(atLeast: .error) { troubles.insert(.configuration) }
    var problem = problem
    if let environment {
      if let selected = config.selecting(environment: environment) {
        config = selected
      } else if troubles.isEmpty {
        problem = .unknownEnvironment(
          environment, known: Array(config.environments.keys), config: file?.path)
      }
    }
    if let problem { fail(Failure(problem)) }
  }

  /// The manifests that there are, so that a wrong path hides no finding in the others.
  mutating func findManifests(
    _ operands: [String], changed: [String: SourceFile]
  ) -> [SourceFile] {
    let existing = operands.filter { FileSystem.kind($0) != nil }
    let known = Set(existing)
    for operand in operands where !known.contains(operand) {
      fail(Failure(InputError.noSuchPath(operand)))
    }
    if existing.isEmpty, !operands.isEmpty { return [] }
    do throws(InputError) {
      let found = try ManifestSearch(config).find(existing, changed: changed)
      for finding in found.remarks { diagnostics.append(finding) }
      return found.files
    } catch {
      fail(Failure(error))
      return []
    }
  }

  /// Reads the manifests, with the values that the command line gives to their fields, and takes the
  /// models that are meant.
  mutating func readManifests(
    _ files: [SourceFile], _ overrides: FieldOverrides, _ selection: ModelSelection
  ) {
    var findings = DiagnosticList()
    let manifests = files.map {
      ManifestFile($0, config: config, overrides: overrides, diagnostics: &findings)
    }
    let isUnread = findings.contains(where: \.isAboutText)
    if !isUnread, !manifests.isEmpty {
      for finding in OverrideCheck.findings(overrides, in: manifests) {
        diagnostics.append(finding)
        troubles.insert(.usage)
      }
    }
    checkThereAreModels(manifests, in: files, &findings)
    let aliases = config.serviceAliases
    models = RepeatedModels.removed(
      from: manifests.flatMap(\.models).map { $0.applying(aliases) }, diagnostics: &findings)
    if selection != .everything { select(selection, isUnread: isUnread, &findings) }
    if findings.contains(where: \.isAboutText) { troubles.insert(.unreadableInput) }
    diagnostics.append(contentsOf: findings)
  }

  /// Leaves the models that are meant, and what is said of them and of no model.
  private mutating func select(
    _ selection: ModelSelection, isUnread: Bool, _ findings: inout DiagnosticList
  ) {
    findings.rewrite { finding in
      guard let name = finding.model else { return finding }
      return selection.includes(name) ? finding : nil
    }
    let names = models.map(\.findingsKey)
    // Nobody knows what the rest of a file would have described.
    for finding in isUnread ? [] : SelectedModels.findings(selection, among: names) {
      findings.append(finding)
      troubles.insert(.noInput)
    }
    models = zip(models, names).filter { selection.includes($0.1) }.map(\.0)
    selected = SelectedModels(selection, of: names)
  }

  /// Says once of files without a document what each has been said to lack.
  private mutating func checkThereAreModels(
    _ manifests: [ManifestFile], in files: [SourceFile], _ findings: inout DiagnosticList
  ) {
    guard manifests.allSatisfy({ $0.documentCount == 0 }), !files.isEmpty,
      !findings.contains(atLeast: .error)
    else { return }
    let failure = Failure(InputError.noModel(files.map(\.path)))
    findings.rewrite { $0.code == .noDocument ? nil : $0 }
    findings.append(failure.diagnostic)
    troubles.insert(failure.status)
  }

  private mutating func fail(_ failure: Failure) {
    diagnostics.append(failure.diagnostic)
    troubles.insert(failure.status)
  }
}

extension Diagnostic {
  /// Whether it says that a file, or a part of it, is no YAML.
  fileprivate var isAboutText: Bool { severity == .error && code.rawValue.hasPrefix("MLC1") }
}
