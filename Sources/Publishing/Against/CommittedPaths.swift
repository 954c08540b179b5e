/// Paths of the work tree as a commit writes them, and the way back.
struct CommittedPaths: Sendable {
  /// The root of the work tree, absolute and without links.
  let root: String
  /// The working directory, absolute and without links.
  let workingDirectory: String

  /// The working directory below the root; empty for the root itself.
  var folder: String { below(workingDirectory) ?? "" }

  /// What a commit calls a path that is there, links followed; nil outside of the repository, and
  /// in another one within it.
  func inCommit(_ path: String) -> String? {
    guard let real = FileSystem.realPath(path), let below = below(real) else { return nil }
    return isOfSubmodule(below) ? nil : below
  }

  /// The path below the root; empty for the root itself.
  private func below(_ real: String) -> String? {
    if real == root || root == "/" { return String(real.dropFirst(root.count)) }
    return real.hasPrefix(root + "/") ? String(real.dropFirst(root.count + 1)) : nil
  }

  /// Whether a folder between the root and the path is a repository of its own.
  private func isOfSubmodule(_ path: String) -> Bool {
    var folder = root
    return path.split(separator: "/").dropLast().contains { step in
      folder += "/\(step)"
      return FileSystem.kind(folder + "/.git") != nil
    }
  }

  /// A path of a commit as seen from the working directory.
  func shown(_ path: String) -> String {
    let target = path.split(separator: "/")
    let origin = folder.split(separator: "/")
    let common = zip(origin, target).prefix { $0 == $1 }.count
    let up = Array(repeating: "..", count: origin.count - common)
    return (up + target.dropFirst(common).map(String.init)).joined(separator: "/")
  }

  /// A name in the working directory, or some folders above it up to the root, nearest first.
  func candidates(_ name: String) -> [String] {
    var steps = folder.split(separator: "/")
    var paths: [String] = []
    while true {
      paths.append((steps.map(String.init) + [name]).joined(separator: "/"))
      if steps.isEmpty { return paths }
      steps.removeLast()
    }
  }

  /// The folder of a path of a commit; empty for the root.
  static func folder(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
  }

  /// Where a link leads that lies at a path; nil when that is outside of the repository.
  static func target(ofLink path: String, to target: String) -> String? {
    guard !target.hasPrefix("/") else { return nil }
    let steps = PathSteps(target, from: folder(of: path))
    return steps.climbs == 0 ? steps.relative : nil
  }
}
