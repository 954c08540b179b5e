import Arguments
import Diagnostics
import HTTPClient
import JSONSchemas
import ModelManifests
import Publishing
import Reporting

/// The files that a project begins with.
extension InitCommand {
  func writeFiles(_ interruption: Interruption) async -> ExitCode {
    do throws(Failure) {
      guard let start else {
        return try write(manifest: StarterFiles.manifest, config: StarterFiles.config)
      }
      return try await writeFiles(start, interruption)
    } catch {
      tell([error.diagnostic])
      return error.status
    }
  }

  private func writeFiles(
    _ start: RegisteredModelName, _ interruption: Interruption
  ) async throws(Failure) -> ExitCode {
    let ground = ProjectGround(project)
    let settings: ProjectConfig
    do throws(ProjectProblem) {
      settings = try ground.config()
    } catch {
      return error.tell(ground.redactor())
    }
    // A project that has a config keeps it.
    let config = ground.files?.config == nil ? StarterFiles.config : nil
    try checkNothingIsThere(config)
    let servers = ground.servers(settings, asksCatalog: false)
    let result = await RegisteredStart(
      registries: servers.registries, config: settings.registry, connection: servers.connection(),
      interruption: interruption
    ).run(start)
    tell(result.findings, servers.redactor)
    guard let manifest = result.manifest else { return result.status }
    return try write(manifest: manifest, config: config)
  }

  /// Refuses, before anybody is asked, to write over a file.
  private func checkNothingIsThere(_ config: String?) throws(Failure) {
    var names = [StarterFiles.manifestName]
    if config != nil { names.append(StarterFiles.configName) }
    var findings = names.filter(OutputFile.isThere).map { name in
      Diagnostic(
        .existingFile, "\(name) is there already, and nothing was written",
        hint: "edit it, or run the command in another folder")
    }
    findings += schemas(config).map(\.path).filter(OutputFile.isThere).map { name in
      Diagnostic(
        .existingFile, "\(name) is there already with another schema, and nothing was written",
        hint: "remove it, or run the command in another folder")
    }
    guard let last = findings.popLast() else { return }
    tell(findings)
    throw Failure(last, .findings)
  }

  /// The schemas of the files that are made, without those that are there as they should be.
  private func schemas(_ config: String?) -> [(path: String, text: String)] {
    var files = [(path: StarterFiles.manifestSchemaName, text: EditorSchema.manifest.text)]
    if config != nil { files.append((StarterFiles.configSchemaName, EditorSchema.config.text)) }
    return files.filter { !StarterFiles.isWritten($0.text, in: $0.path) }
  }

  /// Makes the manifest and, unless there is one, the config.
  private func write(manifest: String, config: String?) throws(Failure) -> ExitCode {
    try checkNothingIsThere(config)
    var files = [(path: StarterFiles.manifestName, text: manifest)]
    if let config { files.append((path: StarterFiles.configName, text: config)) }
    let schemas = schemas(config)
    if let (name, problem) = OutputFile.create(files + schemas) {
      throw Failure(
        Diagnostic(
          .unwritableReport, "\(name) could not be written: \(problem)",
          hint: "make room, or choose another folder; no file is left behind"), .unwritableReport)
    }
    let told = StandardStream.output.write(
      """
      made \(files.map(\.path).joined(separator: " and "))\(line(about: schemas.map(\.path)))
      next: describe your model in \(config == nil ? "it" : "them"), then '\(nextCommand(config))'

      """)
    return told ? .success : .unwritableReport
  }

  /// A line about schemas that were made; nothing for none.
  private func line(about schemas: [String]) -> String {
    schemas.isEmpty
      ? "" : "\nmade \(schemas.joined(separator: " and ")), by which editors complete and check"
  }

  /// What looks at the new manifest, whatever an older config lists.
  private func nextCommand(_ config: String?) -> String {
    var words = [Program.identity.name, "publish", "--check"]
    guard config == nil else { return words.joined(separator: " ") }
    for option in [ProjectRequest.config, ProjectRequest.env] {
      if let value = arguments.value(option) { words += ["--\(option.long)", value] }
    }
    return (words + [StarterFiles.manifestName]).joined(separator: " ")
  }

  private func tell(_ findings: [Diagnostic], _ redactor: Redactor = Redactor([])) {
    StandardStream.error.write(findings, redactor)
  }
}
