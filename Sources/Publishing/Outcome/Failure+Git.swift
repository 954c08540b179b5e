import Diagnostics
import GitRepositories

extension Failure {
  private static let fetchHint = """
    fetch the whole history: `fetch-depth: 0` for actions/checkout, `GIT_DEPTH: 0` in GitLab, \
    `fetchDepth: 0` in Azure Pipelines, or `git fetch --unshallow`
    """

  /// What is shown when there is nothing to compare with.
  ///
  /// - Parameters:
  ///   - error: Why.
  ///   - reference: The commit as the user named it.
  ///   - isShallow: Whether the clone lacks older commits.
  ///   - start: The commit that an expression such as `HEAD~3` begins with, when there is that one.
  ///   - known: Names that the repository has.
  init(
    _ error: GitError, reference: String, isShallow: Bool, start: String? = nil, known: [String]
  ) {
    switch error {
    case .noGit(let error):
      self.init(
        .gitNotFound, "--against needs git: \(error)", "install git, or leave --against out",
        .configuration)
    case .notARepository(let folder):
      self.init(
        .notARepository, "--against needs a Git repository, and \(folder) is in none",
        "run the check in the work tree of the repository", .configuration)
    case .notTrusted(let root):
      self.init(
        .notARepository, "Git does not trust \(root), which belongs to another user",
        "if you do: `git config --global --add safe.directory \(root)`", .configuration)
    case .unknownCommit(reference) where start != nil:
      let start = start ?? reference
      self.init(
        .unknownCommit,
        "--against: '\(reference)' leads to no commit of this clone, though '\(start)' is one",
        isShallow
          ? "this clone is shallow; \(Failure.fetchHint)"
          : "name one of the commits that `git log --oneline \(start)` lists", .usage)
    case .unknownCommit(let name):
      let isOwn = name == reference
      let hint = Failure.hint(for: name, isShallow: isShallow, known: known)
      self.init(
        .unknownCommit,
        isOwn
          ? "--against: there is no commit '\(name)' in this clone" : "this branch has no commit",
        isOwn ? hint : "commit something first", isOwn ? .usage : .configuration)
    case .noMergeBase:
      self.init(
        .incompleteHistory,
        isShallow
          ? "this clone is shallow and does not reach back to where '\(reference)' was left"
          : "'\(reference)' and this branch have no common commit",
        isShallow ? Failure.fetchHint : "name a branch that this one began from", .configuration)
    case .missingObject:
      self.init(
        .incompleteHistory, "this clone lacks files of '\(reference)': it was made with --filter",
        "clone without --filter, or `git fetch --refetch --no-filter`", .configuration)
    case .gaveUp(let error):
      self.init(.gitFailed, "--against: \(error)", nil, .configuration)
    case .failed(let command, let reason):
      self.init(
        .gitFailed, "--against: 'git \(command)' failed: \(reason)", "try `git fsck`",
        .configuration)
    }
  }

  /// A name of the repository that may have been meant, else how the commit gets there.
  private static func hint(for name: String, isShallow: Bool, known: [String]) -> String {
    let remote = known.filter { $0.hasSuffix("/\(name)") }.min { $0.count < $1.count }
    if let meant = remote ?? SpellingSuggestion.best(for: name, among: known) {
      return "did you mean '\(meant)'?"
    }
    if isShallow { return "this clone is shallow; \(fetchHint)" }
    return "fetch it first, as in `git fetch origin`"
  }
}
