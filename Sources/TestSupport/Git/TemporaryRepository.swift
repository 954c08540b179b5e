import Foundation
import Subprocess

/// A Git repository in a folder that is gone after the test, whose commits are always the same.
public final class TemporaryRepository: Sendable {
  /// The root of the work tree, without links.
  public let path: String

  /// Makes an empty repository with the branch `main`, unless `isEmptyFolder`.
  public init(isEmptyFolder: Bool = false) async throws {
    let url = FileManager.default.temporaryDirectory
      .appending(path: "repository-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    path = url.resolvingSymlinksInPath().path
    if !isEmptyFolder { try await git("init", "-q", "-b", "main") }
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// The variables that make `git` forget this machine's settings and time.
  public static let environment = [
    "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin",
    "HOME": "/nonexistent",
    "GIT_CONFIG_GLOBAL": "/dev/null",
    "GIT_CONFIG_NOSYSTEM": "1",
  ]

  private static let identity = [
    "GIT_AUTHOR_NAME": "Ana", "GIT_AUTHOR_EMAIL": "ana@example.com",
    "GIT_AUTHOR_DATE": "2026-11-01T12:00:00Z",
    "GIT_COMMITTER_NAME": "Ana", "GIT_COMMITTER_EMAIL": "ana@example.com",
    "GIT_COMMITTER_DATE": "2026-11-01T12:00:00Z",
  ]

  /// Runs `git` in the repository, or in another folder, and gives what it prints.
  @discardableResult
  public func git(_ arguments: String..., in folder: String? = nil) async throws -> String {
    let program = try ProgramPath.find("git", in: TemporaryRepository.environment["PATH"] ?? "")
    let call = ProgramCall(
      program, ["-C", folder ?? path] + arguments,
      environment: TemporaryRepository.environment.merging(TemporaryRepository.identity) { $1 })
    let result = try await call.run()
    guard result.ending == .exited(0) else {
      throw TemporaryRepositoryError(
        "git \(arguments.joined(separator: " ")): "
          + String(decoding: result.errors, as: UTF8.self))
    }
    return String(decoding: result.output, as: UTF8.self)
      .trimmingCharacters(in: .whitespacesAndNewlines)
  }

  /// Writes a file, folders included.
  public func write(_ text: String, to name: String) throws {
    let url = URL(filePath: path).appending(path: name)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }

  /// Removes a file.
  public func remove(_ name: String) throws {
    try FileManager.default.removeItem(atPath: "\(path)/\(name)")
  }

  /// Commits all that is in the work tree, and gives the hash.
  @discardableResult
  public func commit(_ message: String = "change") async throws -> String {
    try await git("add", "--all")
    try await git("commit", "-q", "--allow-empty", "-m", message)
    return try await git("rev-parse", "HEAD")
  }
}
