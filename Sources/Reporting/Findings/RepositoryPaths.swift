/// Where files lie in their repository, by which platforms know them, wherever a run starts.
public struct RepositoryPaths: Sendable, Hashable {
  private let root: [Substring]
  private let folder: String

  /// Takes the absolute paths of the repository's root and of the working directory.
  public init(root: String, workingDirectory: String) {
    folder = workingDirectory
    self.root = RepositoryPaths.steps(root)
  }

  /// Where a path leads that is absolute or begins at the working directory.
  public func locate(_ path: String) -> RepositoryPath {
    let steps = RepositoryPaths.steps(absolute(path))
    guard steps.count > root.count, steps.starts(with: root) else {
      return RepositoryPath(text: "/" + steps.joined(separator: "/"), isInside: false)
    }
    return RepositoryPath(
      text: steps.dropFirst(root.count).joined(separator: "/"), isInside: true)
  }

  private func absolute(_ path: String) -> String {
    path.hasPrefix("/") ? path : "\(folder)/\(path)"
  }

  /// The names on the way from `/`, without `.` and `..`.
  private static func steps(_ path: String) -> [Substring] {
    var steps: [Substring] = []
    for step in path.split(separator: "/") {
      switch step {
      case ".": continue
      case "..": _ = steps.popLast()
      default: steps.append(step)
      }
    }
    return steps
  }
}
