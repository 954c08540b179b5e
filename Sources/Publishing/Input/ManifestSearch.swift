public import Diagnostics
public import ModelManifests

/// Finds and reads the files that hold manifests.
public struct ManifestSearch: Sendable {
  /// One byte more than a manifest may have: enough to see that it is too large.
  static let readLimit = 4 * 1024 * 1024 + 1
  /// Deeper folders are not searched.
  static let depthLimit = 32
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
  }

  /// Finds the files and reads them.
  ///
  /// A folder is searched for `ml_model*.yaml` and `ml_model*.yml` and for what the project config
  /// lists. Without operands the project config decides, and without that `ml_model.yaml`.
  ///
  /// - Parameter changed: Contents that stand in the place of the files', by their paths.
  /// - Throws: ``InputError`` for an operand that does not exist, a file that cannot be read, or
  ///   when nothing is found.
  public func find(
    _ operands: [String], changed: [String: SourceFile] = [:]
  ) throws(InputError) -> Found {
    for operand in operands where FileSystem.kind(operand) == nil {
      throw .noSuchPath(operand)
    }
    var seen: Set<String> = []
    let candidates = self.paths(operands)
    let paths = candidates.filter { seen.insert(FileSystem.realPath($0) ?? $0).inserted }
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
      files: files, unmatchedPatterns: operands.isEmpty ? unmatchedPatterns(candidates) : [])
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

  private func paths(_ operands: [String]) -> [String] {
    if !operands.isEmpty {
      return operands.flatMap { FileSystem.kind($0) == .folder ? search(in: $0) : [$0] }
    }
    if let folder = configFolder, !config.manifests.isEmpty {
      let globs = config.manifests.map { PathGlob($0.value) }
      return walk(folder).filter { path in
        globs.contains { $0.matches(relative(path, to: folder)) }
      }
    }
    let name = ManifestSearch.defaultName
    return FileSystem.kind(name) == .file ? [name] : []
  }

  private func search(in operand: String) -> [String] {
    let globs = config.manifests.map { PathGlob($0.value) }
    let folder = configFolder.flatMap { FileSystem.realPath($0.isEmpty ? "." : $0) }
    return walk(operand).filter { path in
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

  /// All files below a folder, symbolic links to folders left out.
  private func walk(_ folder: String, depth: Int = 0) -> [String] {
    guard depth <= ManifestSearch.depthLimit else { return [] }
    let base = folder.hasSuffix("/") ? String(folder.dropLast()) : folder
    return FileSystem.entries(folder.isEmpty ? "." : folder).flatMap { entry -> [String] in
      let path = base.isEmpty && !folder.hasPrefix("/") ? entry.name : "\(base)/\(entry.name)"
      switch entry.kind {
      case .file: return [path]
      case .folder: return entry.isLink ? [] : walk(path, depth: depth + 1)
      }
    }
  }
}
