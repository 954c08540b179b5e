import Diagnostics
import HTTPClient
import ModelManifests
import Publishing
import Reconciler
import Reporting

/// Where pulled manifests go.
struct PullOutput {
  let result: PullResult
  /// The project config; nil when there is none.
  let config: SourceFile?
  let redactor: Redactor

  /// Prints the manifests; the exit code when that fails.
  func print() -> ExitCode? {
    let text = result.models.compactMap(\.text).joined(separator: "---\n")
    if !StandardStream.output.write(text, as: .data) {
      return refuse([Self.unwritable("the standard output")], .unwritableReport)
    }
    tellDeleted()
    return nil
  }

  /// Writes a file for each manifest; the exit code when none was written.
  func write(into folder: String, over existing: Bool) -> ExitCode? {
    let files = PulledFiles(result.models, in: folder)
    let taken = files.manifests.filter { OutputFile.isThere($0.path) }
    if !taken.isEmpty, !existing {
      return refuse(taken.map { Self.existing($0.path) }, .findings)
    }
    if let problem = OutputFile.makeFolder(folder) {
      return refuse([Self.unwritable("\(folder): \(problem)")], .unwritableReport)
    }
    let isNew = config == nil && !OutputFile.isThere(files.configPath)
    let new = isNew ? [(path: files.configPath, text: files.config)] : []
    if existing, let failure = OutputFile.replace(files.manifests) {
      let problem = "\(failure.path): \(failure.problem)"
      return refuse([Self.unwritable(problem, written: failure.written)], .unwritableReport)
    }
    if let failure = OutputFile.create(existing ? new : files.manifests + new) {
      let problem = "\(failure.path): \(failure.problem)"
      let written = existing ? files.manifests.map(\.path) : []
      return refuse([Self.unwritable(problem, written: written)], .unwritableReport)
    }
    var findings = DiagnosticList()
    let unlisted = config.map { ProjectConfig($0, diagnostics: &findings) }
      .flatMap { files.unlisted($0) }
    if let unlisted { StandardStream.error.write([unlisted], redactor) }
    // What the config does not list is read only when it is named.
    return tell(files.manifests + new, naming: unlisted == nil ? nil : folder)
  }

  private func tell(_ files: [PulledFiles.File], naming folder: String?) -> ExitCode? {
    var text = ""
    for file in files { text += "made \(file.path)\n" }
    let operand = folder.map { $0.contains(" ") ? " \"\($0)\"" : " \($0)" } ?? ""
    text += "next: '\(Program.identity.name) publish --check\(operand)'"
    text += " says what publishing them would change\n"
    tellDeleted()
    let told = StandardStream.output.write(redactor.redact(text))
    return told ? nil : refuse([Self.unwritable("the standard output")], .unwritableReport)
  }

  private func tellDeleted() {
    let count = result.deletedCount
    guard count > 0 else { return }
    let models = count == 1 ? "1 model that was" : "\(count) models that were"
    StandardStream.error.write("left out: \(models) deleted in the catalog\n")
  }

  private func refuse(_ findings: [Diagnostic], _ status: ExitCode) -> ExitCode {
    StandardStream.error.write(findings, redactor)
    return status
  }

  private static func existing(_ path: String) -> Diagnostic {
    Diagnostic(
      .existingFile, "\(path) is there already, and nothing was written",
      hint: "give --yes to write over it, or name another folder")
  }

  private static func unwritable(_ what: String, written: [String] = []) -> Diagnostic {
    Diagnostic(
      .unwritableReport,
      written.isEmpty
        ? "the manifests could not be written: \(what)"
        : "not all files could be written: \(what); written are \(written.joined(separator: ", "))",
      hint: "make room, or choose another folder")
  }
}
