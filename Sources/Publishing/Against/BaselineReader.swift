import Diagnostics
import GitRepositories
public import ModelManifests
import Reconciler

/// Reads what a project was at the commit where a pull request left another branch (`--against`).
///
/// The work tree is not touched, and nothing that the repository configures is executed.
public struct BaselineReader: Sendable {
  private let reference: String
  private let environmentName: String?
  private let overrides: FieldOverrides
  private let variables: [String: String]
  private let folder: String
  private let deadline: ContinuousClock.Instant

  /// Makes a reader.
  ///
  /// - Parameters:
  ///   - reference: The branch, tag or hash that the user names.
  ///   - environmentName: The environment of the project config; it is that of then that counts.
  ///   - overrides: The values of the command line, which stand on both sides.
  ///   - variables: The variables of this process.
  ///   - folder: The folder whose repository is meant; the working directory when not given.
  ///   - deadline: The end of the run; when it has none, reading may take two minutes.
  public init(
    _ reference: String, environmentName: String?, overrides: FieldOverrides,
    variables: [String: String], folder: String? = nil, deadline: ContinuousClock.Instant?
  ) {
    self.folder = folder.flatMap(FileSystem.realPath) ?? FileSystem.workingDirectory
    self.reference = reference
    self.environmentName = environmentName
    self.overrides = overrides
    self.variables = variables
    self.deadline = deadline ?? ContinuousClock.now.advanced(by: .seconds(120))
  }

  /// Reads the files of then that stand for those of now.
  ///
  /// - Parameters:
  ///   - operands: The paths of the command line.
  ///   - input: The files of now.
  /// - Returns: The baseline, or why there is none.
  public func read(operands: [String], input: PublishInput) async -> Result<Baseline, Failure> {
    var repository: GitRepository?
    do throws(GitError) {
      let found = try await GitRepository(
        containing: folder, environment: variables, deadline: deadline)
      repository = found
      let commit = try await found.commit(reference)
      let head = try await found.commit("HEAD")
      let base = try await found.mergeBase(of: commit, and: head)
      let paths = CommittedPaths(root: found.root, workingDirectory: folder)
      let current = current(input, paths)
      let files = CommittedFiles(
        repository: found, commit: base, paths: paths, current: current.files)
      return .success(
        try await baseline(
          files, commit: commit, operands: operands, input: input, current.outside))
    } catch {
      if Task.isCancelled { return .failure(.stopped(reading: "the commit of --against was")) }
      let names = (try? await repository?.references()) ?? []
      return .failure(
        Failure(
          error, reference: reference, isShallow: repository?.isShallow ?? false,
          start: await start(in: repository), known: names))
    }
  }

  /// The commit that an expression such as `HEAD~3` begins with, when there is that one.
  private func start(in repository: GitRepository?) async -> String? {
    guard let end = reference.firstIndex(where: { "~^".contains($0) }) else { return nil }
    let start = String(reference[..<end])
    guard !start.isEmpty, (try? await repository?.commit(start)) != nil else { return nil }
    return start
  }

  /// The files of now by their names in commits, and the paths of those that no commit here has.
  private func current(
    _ input: PublishInput, _ paths: CommittedPaths
  ) -> (files: [String: SourceFile], outside: Set<String>) {
    var files: [String: SourceFile] = [:]
    var outside: Set<String> = []
    for file in input.files where file.path != overrides.file?.path {
      if let path = paths.inCommit(file.path) {
        files[path] = file
      } else {
        outside.insert(file.path)
      }
    }
    return (files, outside)
  }

  private func baseline(
    _ files: CommittedFiles, commit: String, operands: [String], input: PublishInput,
    _ outside: Set<String>
  ) async throws(GitError) -> Baseline {
    let config = try await CommittedConfig(files, input: input, environmentName: environmentName)
    let search = CommittedSearch(
      operands: operands.isEmpty ? nil : operands.compactMap { files.paths.inCommit($0) },
      config: config.config, configFolder: config.folder, folder: files.paths.folder)
    let found = search.scope.isEmpty ? [] : try await files.entries(at: search.scope)
    let texts = try await files.read(try await files.resolving(search.found(in: found)))
    let decoding = CommittedManifests(texts, files, config: config.config, overrides)
    let lines = ChangedLines(
      from: decoding, config: config.file, to: input, current: files.current)
    let manifests = outside.filter { $0 != input.config.path }
    return Baseline(
      reference: reference, commit: commit, mergeBase: files.commit,
      files: [config.file].compactMap(\.self) + texts.values.compactMap(\.self),
      state: decoding.state, notCompared: manifests, changedLines: lines,
      findings: [config.finding].compactMap(\.self) + manifests.sorted().map(notCompared))
  }

  private func notCompared(_ path: String) -> Diagnostic {
    Diagnostic(
      .notCompared, "\(path) belongs to no commit of this repository, so it is not compared",
      hint: "run the check in the repository that it belongs to",
      at: SourceRange(path: path, start: .start, end: .start))
  }
}
