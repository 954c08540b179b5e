/// The exit codes of a run; 64 and above are those of `sysexits.h` and of the shell.
public enum ExitCode: Int32, Sendable, Hashable, CaseIterable {
  /// Done, or nothing to do.
  case success = 0
  /// Findings at or above `--fail-on`, or refusals of the server; nothing was written.
  case findings = 1
  /// `--check --detailed-exitcode`: there are changes to publish.
  case changes = 2
  /// Something was written, and something was blocked, left or failed.
  case incomplete = 3
  /// The catalog moved between reading and writing; nothing was written.
  case stale = 4
  /// Written, but the catalog shows something else than the plan.
  case differs = 5
  /// The command line is wrong.
  case usage = 64
  /// A manifest that is no YAML at all.
  case unreadableInput = 65
  /// No such file, or nothing to publish found.
  case noInput = 66
  /// The server is unreachable, or what answers is not its API.
  case unavailable = 69
  /// A report could not be written.
  case unwritableReport = 73
  /// The server kept asking to come back later.
  case gaveUp = 75
  /// No token, a token that is not accepted, or a host that it may not go to.
  case notPermitted = 77
  /// The project config or the environment is wrong.
  case configuration = 78
  /// SIGINT.
  case interrupted = 130
  /// SIGTERM.
  case terminated = 143
}
