import Publishing
import Reporting

/// Where a run starts, and the repository around it.
enum WorkingTree {
  /// The working directory.
  static var folder: String { RepositoryRoot.workingDirectory }

  /// Where files lie in the repository.
  static func paths(_ environment: [String: String]) -> RepositoryPaths {
    RepositoryPaths(root: RepositoryRoot.find(environment), workingDirectory: folder)
  }

  /// A path that holds wherever another program starts.
  static func absolute(_ path: String) -> String {
    path.hasPrefix("/") ? path : "\(folder)/\(path)"
  }
}
