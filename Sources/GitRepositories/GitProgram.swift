import Subprocess

/// Runs `git` so that nothing of the repository is ever executed.
///
/// Whoever wrote the repository may have written its configuration too. Only commands that read
/// objects are run: none of them looks at the index, converts a file or compares with the work
/// tree, so that hooks, `core.fsmonitor`, filters, `textconv` and external diffs have no occasion.
/// What is missing is not fetched: no transport is allowed.
struct GitProgram: Sendable {
  private let program: String
  private let environment: [String: String]
  private let deadline: ContinuousClock.Instant
  private let clock = ContinuousClock()

  /// Finds the program.
  ///
  /// - Parameters:
  ///   - environment: The variables of this process, of which few are handed on.
  ///   - deadline: When all commands together must have ended.
  init(
    environment: [String: String], deadline: ContinuousClock.Instant
  ) throws(GitError) {
    do throws(ProgramError) {
      program = try ProgramPath.find("git", in: environment["PATH"] ?? "")
    } catch {
      throw .noGit(error)
    }
    self.environment = GitProgram.handedOn(environment).merging(GitProgram.settings) { $1 }
    self.deadline = deadline
  }

  /// Variables of the operator that say whom to trust and where settings are.
  private static let passed: Set<String> = [
    "PATH", "HOME", "XDG_CONFIG_HOME", "SUDO_UID", "GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM",
    "GIT_CONFIG_NOSYSTEM", "GIT_CONFIG_COUNT", "GIT_CEILING_DIRECTORIES",
    "GIT_DISCOVERY_ACROSS_FILESYSTEM",
  ]

  /// `GIT_DIR` and its like, which a hook sets for its own repository, are left out: the
  /// repository is the one that the folder lies in.
  private static func handedOn(_ environment: [String: String]) -> [String: String] {
    environment.filter { variable in
      passed.contains(variable.key) || variable.key.hasPrefix("GIT_CONFIG_KEY_")
        || variable.key.hasPrefix("GIT_CONFIG_VALUE_")
    }
  }

  private static let settings = [
    "LC_ALL": "C",
    "GIT_ALLOW_PROTOCOL": "none",
    "GIT_LITERAL_PATHSPECS": "1",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_PAGER": "cat",
    "GIT_TERMINAL_PROMPT": "0",
  ]

  /// Settings that go before those of the repository.
  private static let options = [
    "--no-pager", "-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null",
    "-c", "core.alternateRefsCommand=true", "-c", "maintenance.auto=false", "-c", "gc.auto=0",
  ]

  /// What a command prints, its standard output only.
  ///
  /// - Parameters:
  ///   - command: The command and its arguments.
  ///   - folder: The absolute path of the folder that it is run in.
  ///   - limit: The most that it may print, in bytes.
  /// - Throws: ``GitError``; a command that ends with a failure is one.
  func output(
    _ command: [String], in folder: String, limit: Int = 1024 * 1024
  ) async throws(GitError) -> [UInt8] {
    var call = ProgramCall(
      program, GitProgram.options + ["-C", folder] + command, environment: environment)
    call.outputLimit = limit
    call.timeout = max(.zero, min(.seconds(30), clock.now.duration(to: deadline)))
    let result: ProgramResult
    do throws(ProgramError) {
      result = try await call.run()
    } catch {
      switch error {
      case .notFound, .notStarted: throw .noGit(error)
      case .timedOut, .tooMuchOutput, .cancelled: throw .gaveUp(error)
      }
    }
    guard result.ending == .exited(0) else {
      throw GitError(command[0], errors: result.errors, in: folder)
    }
    return result.output
  }

  /// What a command prints as one line.
  func line(_ command: [String], in folder: String) async throws(GitError) -> String {
    let bytes = try await output(command, in: folder)
    return String(decoding: bytes.last == 0x0A ? bytes.dropLast() : bytes[...], as: UTF8.self)
  }
}
