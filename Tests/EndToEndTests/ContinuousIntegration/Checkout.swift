import Foundation

/// A clone of a repository as a CI service makes it: all branches of the origin, one commit checked
/// out; gone after the test.
final class Checkout: Sendable {
  private let folder: URL

  /// Makes the repository and clones it.
  ///
  /// - Parameters:
  ///   - base: The name of its main branch.
  ///   - main: The files of the main branch by path.
  ///   - change: Those that the checked out commit adds or changes; none: the main branch itself.
  ///   - branch: The branch of the change.
  init(
    base: String = "main", main: [String: String], change: [String: String] = [:],
    branch: String = "change"
  ) async throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "checkout-\(UUID())")
    let origin = folder.appending(path: "origin")
    try FileManager.default.createDirectory(at: origin, withIntermediateDirectories: true)
    try await git(["init", "-q", "-b", base], in: origin)
    try await commit(main, in: origin)
    if !change.isEmpty {
      try await git(["checkout", "-q", "-b", branch], in: origin)
      try await commit(change, in: origin)
    }
    try await git(["clone", "-q", origin.path, place.path], in: folder)
    try await git(
      ["checkout", "-q", "--detach", "origin/\(change.isEmpty ? base : branch)"], in: place)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// The root of the work tree.
  var place: URL { folder.appending(path: "work") }

  /// The hash of a commit.
  func hash(_ name: String = "HEAD") async throws -> String {
    try await git(["rev-parse", name], in: place).trimmingCharacters(in: .newlines)
  }

  /// Whether the work tree has a file.
  func has(_ name: String) -> Bool {
    FileManager.default.fileExists(atPath: place.appending(path: name).path)
  }

  /// Reads a file of the work tree.
  func read(_ name: String) throws -> String {
    try String(contentsOf: place.appending(path: name), encoding: .utf8)
  }

  private func commit(_ files: [String: String], in place: URL) async throws {
    for (name, text) in files {
      let file = place.appending(path: name)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
    try await git(["add", "--all", "--force"], in: place)
    try await git(["commit", "-q", "-m", "files"], in: place)
  }

  @discardableResult
  private func git(_ arguments: [String], in place: URL) async throws -> String {
    let run = try await ProgramRun.of(
      URL(filePath: "/usr/bin/env"), ["git"] + arguments,
      environment: [
        "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_NOSYSTEM": "1", "GIT_AUTHOR_NAME": "Ana",
        "GIT_AUTHOR_EMAIL": "ana@example.com", "GIT_COMMITTER_NAME": "Ana",
        "GIT_COMMITTER_EMAIL": "ana@example.com",
      ], in: place)
    guard run.status == 0 else { throw CIFileError(description: "git \(arguments): \(run.errors)") }
    return run.output
  }
}
