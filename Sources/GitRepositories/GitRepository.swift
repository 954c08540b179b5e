import Subprocess

/// A repository of Git on this machine, whose commits and files are read and never changed.
///
/// Nothing that the repository configures is executed, and nothing is fetched.
public struct GitRepository: Sendable {
  /// The most that a listing of files may come to, in bytes: some half a million files.
  private static let listingLimit = 64 * 1024 * 1024

  /// The root of the work tree, an absolute path without links.
  public let root: String
  /// Whether the clone lacks older commits.
  public let isShallow: Bool
  private let git: GitProgram

  /// Finds the repository that a folder lies in.
  ///
  /// - Parameters:
  ///   - folder: An absolute path.
  ///   - environment: The variables of this process; `PATH` says where `git` is.
  ///   - deadline: When all that is asked must have been answered.
  /// - Throws: ``GitError``.
  public init(
    containing folder: String, environment: [String: String], deadline: ContinuousClock.Instant
  ) async throws(GitError) {
    let git = try GitProgram(environment: environment, deadline: deadline)
    root = try await git.line(["rev-parse", "--show-toplevel"], in: folder)
    isShallow = try await git.line(["rev-parse", "--is-shallow-repository"], in: folder) == "true"
    self.git = git
  }

  /// The commit that a branch, a tag, a hash or an expression such as `HEAD~3` means.
  ///
  /// - Throws: ``GitError/unknownCommit(_:)``, also for whatever begins like an option.
  public func commit(_ name: String) async throws(GitError) -> String {
    guard GitRepository.isName(name) else { throw .unknownCommit(name) }
    do throws(GitError) {
      return try await git.line(["rev-parse", "--verify", "--quiet", name + "^{commit}"], in: root)
    } catch {
      guard case .failed = error else { throw error }
      throw .unknownCommit(name)
    }
  }

  /// Whether a text can be the name of a commit and nothing else.
  private static func isName(_ text: String) -> Bool {
    !text.isEmpty && !text.hasPrefix("-") && !text.hasPrefix("^")
      && !text.unicodeScalars.contains { $0.value < 32 || $0.value == 127 }
  }

  /// The newest commit that both have in their histories.
  ///
  /// - Throws: ``GitError/noMergeBase``.
  public func mergeBase(of one: String, and other: String) async throws(GitError) -> String {
    do throws(GitError) {
      let bases = try await git.line(["merge-base", one, other], in: root)
      return bases.split(separator: "\n").first.map(String.init) ?? bases
    } catch {
      guard case .failed = error else { throw error }
      throw .noMergeBase
    }
  }

  /// The files of a commit at and below some paths; no path means all of them.
  public func files(
    of commit: String, at paths: [String] = []
  ) async throws(GitError) -> [TreeEntry] {
    // Sizes are not asked for: they are not known of what a partial clone lacks.
    let command = ["ls-tree", "-r", "-z", "--full-tree", commit]
    let output = try await git.output(
      command + (paths.isEmpty ? [] : ["--"] + paths), in: root, limit: GitRepository.listingLimit)
    return TreeEntry.all(in: output)
  }

  /// The content of a file or a link, as the commit holds it; nil when it has more bytes than
  /// `limit`.
  public func content(
    of entry: TreeEntry, limit: Int
  ) async throws(GitError) -> [UInt8]? {
    do throws(GitError) {
      return try await git.output(["cat-file", "blob", entry.object], in: root, limit: limit)
    } catch {
      if case .gaveUp(.tooMuchOutput(_, _)) = error { return nil }
      throw error
    }
  }

  /// The names of the objects that files of the work tree would be, their bytes taken as they are.
  ///
  /// - Parameter paths: Absolute paths of files that are there.
  /// - Returns: One name for each path.
  public func objects(of paths: [String]) async throws(GitError) -> [String] {
    var names: [String] = []
    for start in stride(from: 0, to: paths.count, by: 256) {
      let part = paths[start..<min(start + 256, paths.count)]
      let output = try await git.line(["hash-object", "--no-filters", "--"] + part, in: root)
      names += output.split(separator: "\n").map(String.init)
    }
    return names
  }

  /// The names of branches, of this clone and of remotes, and of tags; some hundreds of them, for
  /// suggestions.
  public func references() async throws(GitError) -> [String] {
    let output = try await git.line(
      [
        "for-each-ref", "--count=500", "--format=%(refname:lstrip=2)", "refs/heads",
        "refs/remotes", "refs/tags",
      ], in: root)
    return output.split(separator: "\n").map(String.init)
  }
}
