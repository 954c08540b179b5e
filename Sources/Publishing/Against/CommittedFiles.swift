import Diagnostics
import GitRepositories
import HTTPClient

/// Reads the files of one commit.
struct CommittedFiles: Sendable {
  /// How many files are read at once.
  private static let concurrency = 8
  /// Longer chains of links lead nowhere.
  private static let linkLimit = 8

  let repository: GitRepository
  let commit: String
  let paths: CommittedPaths
  /// The files of now by the names that the commit has for them.
  let current: [String: SourceFile]

  /// The files at and below some paths; the root is an empty one.
  func entries(at scope: [String]) async throws(GitError) -> [TreeEntry] {
    try await repository.files(of: commit, at: scope.contains("") ? [] : scope)
  }

  /// The files themselves in the place of links to them, each once; links that lead nowhere and out
  /// of the repository are left out.
  func resolving(_ entries: [TreeEntry]) async throws(GitError) -> [TreeEntry] {
    var seen: Set<String> = []
    var files: [TreeEntry] = []
    for entry in entries where entry.kind != .submodule {
      guard let file = try await target(of: entry), seen.insert(file.path).inserted else {
        continue
      }
      files.append(file)
    }
    return files
  }

  private func target(of entry: TreeEntry) async throws(GitError) -> TreeEntry? {
    var entry = entry
    for _ in 0..<CommittedFiles.linkLimit {
      if entry.kind == .file { return entry }
      guard let content = try await repository.content(of: entry, limit: 4096),
        let path = CommittedPaths.target(
          ofLink: entry.path, to: String(decoding: content, as: UTF8.self)),
        let next = try await repository.files(of: commit, at: [path])
          .first(where: { $0.path == path })
      else { return nil }
      entry = next
    }
    return nil
  }

  /// Files with their texts; nil for one that is too large to be a manifest.
  ///
  /// A file that is now as it was is not read again.
  func read(_ entries: [TreeEntry]) async throws(GitError) -> [String: SourceFile?] {
    let kept = entries.filter { current[$0.path] != nil }
    let objects = try await repository.objects(of: kept.map { "\(paths.root)/\($0.path)" })
    var files: [String: SourceFile?] = [:]
    for (entry, object) in zip(kept, objects) where entry.object == object {
      files[entry.path] = .some(current[entry.path])
    }
    let changed = entries.filter { files[$0.path] == nil }
    let texts = await SideBySide.outcomes(of: changed, atMost: CommittedFiles.concurrency) {
      entry throws(GitError) in
      let bytes = try await repository.content(of: entry, limit: ManifestSearch.readLimit)
      return bytes.map { SourceFile(path: shown(entry.path), bytes: $0) }
    }
    for entry in changed { files[entry.path] = .some(try texts[entry]?.get()) }
    return files
  }

  /// How reports name a file of the commit: like the one that is there now.
  func shown(_ path: String) -> String { current[path]?.path ?? paths.shown(path) }
}
