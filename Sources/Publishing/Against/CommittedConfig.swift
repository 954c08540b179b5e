import Diagnostics
import GitRepositories
import ModelManifests

/// The project config of a commit.
struct CommittedConfig {
  /// The file; nil when there was none.
  let file: SourceFile?
  /// The settings, those of the environment included.
  let config: ProjectConfig
  /// The folder of the file, as the commit writes it; nil when there is none.
  let folder: String?
  /// What is to be said when it cannot be used.
  let finding: Diagnostic?

  /// Reads the config that lay where the one of now lies, else the nearest one above the working
  /// directory.
  ///
  /// One that lies outside of the repository is the same then and now, and one that had errors
  /// gives way to the one of now.
  init(
    _ files: CommittedFiles, input: PublishInput, environmentName: String?
  ) async throws(GitError) {
    let now = input.config
    let place = now.path.flatMap { files.paths.inCommit($0) }
    guard now.path == nil || place != nil else {
      self.init(file: nil, config: now, folder: nil, finding: nil)
      return
    }
    let candidates = [place].compactMap(\.self) + files.paths.candidates(ProjectFiles.configName)
    let entries = try await files.resolving(
      try await files.entries(at: candidates).filter { candidates.contains($0.path) })
    let nearest = candidates.lazy.compactMap { path in entries.first { $0.path == path } }.first
    guard let entry = nearest, let file = try await files.read([entry])[entry.path] ?? nil else {
      self.init(file: nil, config: ProjectConfig(), folder: nil, finding: nil)
      return
    }
    var diagnostics = DiagnosticList()
    let config = ProjectConfig(file, diagnostics: &diagnostics)
    let folder = CommittedPaths.folder(of: entry.path)
    guard !diagnostics.contains(atLeast: .error) else {
      self.init(file: file, config: now, folder: folder, finding: Self.unusable(file))
      return
    }
    let selected = environmentName.flatMap { config.selecting(environment: $0) }
    self.init(file: file, config: selected ?? config, folder: folder, finding: nil)
  }

  private init(file: SourceFile?, config: ProjectConfig, folder: String?, finding: Diagnostic?) {
    self.file = file
    self.config = config
    self.folder = folder
    self.finding = finding
  }

  private static func unusable(_ file: SourceFile) -> Diagnostic {
    Diagnostic(
      .notComparable, "\(file.path) had errors then, so that of now is taken for both sides")
  }
}
