import Publishing

/// Where files lie in their repository, by which platforms know them, wherever a run starts.
public struct RepositoryPaths: Sendable, Hashable {
  private let root: [Substring]
  private let folder: String

  /// Takes the absolute paths of the repository's root and of the working directory.
  public init(root: String, workingDirectory: String) {
    folder = workingDirectory
    self.root = PathSteps(root).names
  }

  /// Where a path leads that is absolute or begins at the working directory.
  public func locate(_ path: String) -> RepositoryPath {
    let steps = PathSteps(path, from: folder)
    guard steps.names.count > root.count, steps.names.starts(with: root) else {
      return RepositoryPath(text: steps.absolute, isInside: false)
    }
    return RepositoryPath(
      text: steps.names.dropFirst(root.count).joined(separator: "/"), isInside: true)
  }
}
