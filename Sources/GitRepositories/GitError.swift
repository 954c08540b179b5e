public import Subprocess

/// Why a repository could not be read.
public enum GitError: Error, Sendable, Hashable {
  /// There is no `git` in `PATH`, or it cannot be started.
  case noGit(ProgramError)
  /// The folder is in no work tree of Git.
  case notARepository(String)
  /// Git refuses a repository that belongs to another user; the path is its root as Git names it.
  case notTrusted(String)
  /// A name means no commit here.
  case unknownCommit(String)
  /// Two commits have no common ancestor, as far as this clone reaches.
  case noMergeBase
  /// An object is not in this clone, which was made with `--filter`.
  case missingObject
  /// Git took too long, or printed too much.
  case gaveUp(ProgramError)
  /// Git failed in another way; the command, and its words.
  case failed(command: String, reason: String)
}
