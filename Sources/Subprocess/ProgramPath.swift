import Glibc

/// Finds programs by their names.
public enum ProgramPath {
  /// The first executable file of a name in the folders of a `PATH`.
  ///
  /// Folders that are not absolute are passed over: a program that lies in the working directory
  /// belongs to whoever wrote the project.
  ///
  /// - Throws: ``ProgramError/notFound(_:)``, also for a name that holds a slash.
  public static func find(_ name: String, in path: String) throws(ProgramError) -> String {
    guard !name.isEmpty, !name.contains("/") else { throw .notFound(name) }
    for folder in path.split(separator: ":") where folder.hasPrefix("/") {
      let candidate = "\(folder)/\(name)"
      var status = stat()
      guard stat(candidate, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { continue }
      if access(candidate, X_OK) == 0 { return candidate }
    }
    throw .notFound(name)
  }
}
