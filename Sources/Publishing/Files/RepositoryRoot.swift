/// The folder that paths of reports begin at.
public enum RepositoryRoot {
  /// The folder that a run starts in, without links.
  public static let workingDirectory = FileSystem.workingDirectory

  /// The nearest folder upwards that is a Git repository; without one the workspace of the platform,
  /// and without that the working directory.
  public static func find(_ environment: [String: String]) -> String {
    if let root = gitRoot { return root }
    let variables = ["GITHUB_WORKSPACE", "CI_PROJECT_DIR", "BUILD_SOURCESDIRECTORY"]
    let workspaces = variables.compactMap { environment[$0].flatMap(FileSystem.realPath) }
    return workspaces.first ?? workingDirectory
  }

  /// The root of the Git repository that the working directory lies in; nil when in none.
  ///
  /// Looked for once: every file that is read asks for it, and no run goes elsewhere.
  static let gitRoot: String? = {
    var steps = workingDirectory.split(separator: "/")
    while !steps.isEmpty {
      let folder = "/" + steps.joined(separator: "/")
      if FileSystem.kind(folder + "/.git") != nil { return folder }
      steps.removeLast()
    }
    return nil
  }()
}
