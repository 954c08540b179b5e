/// Keeps symbolic links from leading out of the repository: whoever may propose a change could have
/// any file of the machine quoted by one.
enum LinkBounds {
  /// Says no to a file that lies in the repository by its name only.
  ///
  /// - Parameter isNamed: Whether somebody named the path, who may name files elsewhere too.
  /// - Throws: ``FileError`` for a link that leads out.
  static func check(_ path: String, isNamed: Bool) throws(FileError) {
    let project = RepositoryRoot.gitRoot ?? RepositoryRoot.workingDirectory
    let isOfProject = contains(
      project, PathSteps(path, from: RepositoryRoot.workingDirectory).absolute)
    if isNamed, !isOfProject { return }
    guard let target = FileSystem.realPath(path) else {
      // What can be opened and has no path is a pipe or a socket.
      if FileSystem.kind(path) == nil { return }
      throw FileError(path, reason: "it is a link that leads out of the repository")
    }
    guard let root = isOfProject ? project : root(around: path), contains(root, target) else {
      throw FileError(path, reason: "it is a link that leads out of the repository, to \(target)")
    }
  }

  /// The root of the repository that a path lies in; without a repository its folder.
  static func root(around path: String) -> String? {
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
    guard let start = FileSystem.realPath(folder) else { return nil }
    var root = start
    while !root.isEmpty, FileSystem.kind("\(root)/.git") == nil {
      root = root.lastIndex(of: "/").map { String(root[..<$0]) } ?? ""
    }
    return root.isEmpty ? start : root
  }

  /// Whether a file lies below a folder.
  static func contains(_ folder: String, _ path: String) -> Bool {
    path.hasPrefix(folder.hasSuffix("/") ? folder : folder + "/")
  }
}
