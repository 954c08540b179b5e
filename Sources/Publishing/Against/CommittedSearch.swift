import Diagnostics
import GitRepositories
import ModelManifests

/// Finds the manifests of a commit by the rules by which `ManifestSearch` finds those of the work
/// tree.
struct CommittedSearch {
  /// The paths of the command line as the commit writes them; nil without any.
  let operands: [String]?
  /// The project config at the commit.
  let config: ProjectConfig
  /// The folder of the project config as the commit writes it; nil without a config.
  let configFolder: String?
  /// The working directory as the commit writes it.
  let folder: String

  /// The paths below which manifests can lie; an empty one stands for the root.
  var scope: [String] {
    if let operands { return operands }
    if let configFolder, !config.manifests.isEmpty { return [configFolder] }
    return [joined(folder, ManifestSearch.defaultName)]
  }

  /// The files that hold manifests, of those in the scope.
  func found(in entries: [TreeEntry]) -> [TreeEntry] {
    let globs = config.manifests.map { PathGlob($0.value) }
    guard operands != nil || configFolder != nil && !globs.isEmpty else {
      return entries.filter { scope.contains($0.path) }
    }
    return entries.filter { entry in
      if operands?.contains(entry.path) == true { return true }
      guard isVisible(entry.path) else { return false }
      if operands != nil, ManifestSearch.hasUsualName(entry.path) { return true }
      guard let listed = configFolder.flatMap({ below(entry.path, $0) }) else { return false }
      return globs.contains { $0.matches(listed) }
    }
  }

  /// Hidden files and folders below the place that is searched are passed over, and so is what lies
  /// too deep.
  private func isVisible(_ path: String) -> Bool {
    scope.contains { scope in
      guard let below = below(path, scope) else { return false }
      let steps = below.split(separator: "/")
      return steps.count <= FolderWalk.depthLimit + 1
        && !steps.contains { $0.hasPrefix(".") }
    }
  }

  private func below(_ path: String, _ folder: String) -> String? {
    if folder.isEmpty { return path }
    return path.hasPrefix(folder + "/") ? String(path.dropFirst(folder.count + 1)) : nil
  }

  private func joined(_ folder: String, _ name: String) -> String {
    folder.isEmpty ? name : "\(folder)/\(name)"
  }
}
