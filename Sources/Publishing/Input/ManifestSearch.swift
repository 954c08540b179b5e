public import Diagnostics
public import ModelManifests

/// Finds and reads the files that hold manifests.
public struct ManifestSearch: Sendable {
  /// One byte more than a manifest may have: enough to see that it is too large.
  static let readLimit = 4 * 1024 * 1024 + 1
  /// The manifest of a project that lists none.
  static let defaultName = "ml_model.yaml"
  private static let usualName = PathGlob("ml_model*.{yaml,yml}")

  private let config: ProjectConfig

  /// Makes a search in a project.
  public init(_ config: ProjectConfig) {
    self.config = config
  }

  /// What a search came to.
  public struct Found: Sendable {
    /// The files in the order of the operands, each once.
    public let files: [SourceFile]
    /// The patterns of the project config that no file matches, where these were searched for.
    public let unmatchedPatterns: [Located<String>]
    /// The folders in which there may be more, and why they were not searched.
    public let unreadableFolders: [FileError]

    /// What is to be said of patterns that find nothing and of folders that were not searched.
    var remarks: [Diagnostic] {
      unmatchedPatterns.map { UnmatchedPattern($0) }.map { unmatched in
        Diagnostic(
          .unmatchedPattern, unmatched.message, hint: unmatched.hint, at: unmatched.pattern.range)
      }
        + unreadableFolders.map { error in
          Diagnostic(
            .unreadableFolder, "the folder was not searched: \(error)",
            hint: "see to its permissions, or let no pattern under manifests: lead there")
        }
    }
  }

  /// Finds the files and reads them.
  ///
  /// A folder is searched for `ml_model*.yaml` and `ml_model*.yml` and for what the project config
  /// lists. Without operands the project config decides, and without that `ml_model.yaml`.
  ///
  /// - Parameter changed: Contents that stand in the place of the files', by their paths.
  /// - Throws: ``InputError`` for an operand that does not exist, a file or a folder of the command
  ///   line that cannot be read, or when nothing is found.
  public func find(
    _ operands: [String], changed: [String: SourceFile] = [:]
  ) throws(InputError) -> Found {
    for operand in operands where FileSystem.kind(operand) == nil {
      throw .noSuchPath(operand)
    }
    var seen: Set<String> = []
    var unreadable: [FileError] = []
    let candidates = self.paths(operands, &unreadable)
    let paths = candidates.filter { seen.insert(FileSystem.realPath($0) ?? $0).inserted }
    let hidden = unreadable.first { paths.isEmpty || operands.contains($0.path) }
    if let hidden { throw .unreadable(hidden) }
    guard !paths.isEmpty else { throw nothing(operands) }
    let named = Set(operands)
    var files: [SourceFile] = []
    for path in paths {
      if let file = changed[path] {
        files.append(file)
        continue
      }
      do throws(FileError) {
        try LinkBounds.check(path, isNamed: named.contains(path))
        let bytes = try FileSystem.read(path, limit: ManifestSearch.readLimit)
        files.append(SourceFile(path: path, bytes: bytes))
      } catch {
        throw .unreadable(error)
      }
    }
    return Found(
      files: files, unmatchedPatterns: operands.isEmpty ? unmatchedPatterns(candidates) : [],
      unreadableFolders: unreadable)
  }

  private func unmatchedPatterns(_ paths: [String]) -> [Located<String>] {
    guard let folder = configFolder else { return [] }
    return config.manifests.filter { pattern in
      let glob = PathGlob(pattern.value)
      return !paths.contains { glob.matches(relative($0, to: folder)) }
    }
  }

  /// Why no path was found: where it was looked, or the patterns that match nothing.
  private func nothing(_ operands: [String]) -> InputError {
    guard operands.isEmpty, let folder = configFolder, !config.manifests.isEmpty else {
      return .nothingFound(operands)
    }
    let name = ManifestSearch.defaultName
    let unlisted = folder.isEmpty ? name : "\(folder)/\(name)"
    return .nothingMatches(
      config.manifests, unlisted: FileSystem.kind(unlisted) == .file ? unlisted : nil)
  }

  private func paths(_ operands: [String], _ unreadable: inout [FileError]) -> [String] {
    if !operands.isEmpty {
      return operands.flatMap { operand in
        guard FileSystem.kind(operand) == .folder else { return [operand] }
        let walk = FolderWalk(operand)
        unreadable += walk.unreadable
        return wanted(walk.files)
      }
    }
    if let folder = configFolder, !config.manifests.isEmpty {
      let globs = config.manifests.map { PathGlob($0.value) }
      let walk = FolderWalk(folder) { inner in
        globs.contains { $0.mayMatch(below: relative(inner, to: folder)) }
      }
      unreadable += walk.unreadable
      return walk.files.filter { path in
        globs.contains { $0.matches(relative(path, to: folder)) }
      }
    }
    let name = ManifestSearch.defaultName
    return FileSystem.kind(name) == .file ? [name] : []
  }

  /// Of the files of a folder of the command line those that are manifests.
  private func wanted(_ files: [String]) -> [String] {
    let globs = config.manifests.map { PathGlob($0.value) }
    let folder = configFolder.flatMap { FileSystem.realPath($0.isEmpty ? "." : $0) }
    return files.filter { path in
      if ManifestSearch.hasUsualName(path) { return true }
      guard let folder, let real = FileSystem.realPath(path), real.hasPrefix(folder + "/") else {
        return false
      }
      return globs.contains { $0.matches(relative(real, to: folder)) }
    }
  }

  /// Whether a file is called as manifests usually are, in whatever folder.
  static func hasUsualName(_ path: String) -> Bool {
    usualName.matches(path.split(separator: "/").last.map(String.init) ?? path)
  }

  /// The folder of the project config as a prefix for paths; empty for the working directory.
  private var configFolder: String? {
    config.path.map { path in
      path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
    }
  }

  private func relative(_ path: String, to folder: String) -> String {
    folder.isEmpty ? path : String(path.dropFirst(folder.count + 1))
  }
}
