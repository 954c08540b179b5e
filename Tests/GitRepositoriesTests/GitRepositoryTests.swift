import Foundation
import GitRepositories
import Subprocess
import TestSupport
import Testing

@Suite("Reading a Git repository", .timeLimit(.minutes(2)))
struct GitRepositoryTests {
  private let work: TemporaryRepository

  init() async throws { work = try await TemporaryRepository() }

  private func repository(in folder: String? = nil) async throws(GitError) -> GitRepository {
    try await GitRepository(
      containing: folder ?? work.path, environment: TemporaryRepository.environment,
      deadline: .now.advanced(by: .seconds(60)))
  }

  @Test("a branch, a tag, a hash, an expression and a remote branch name commits")
  func names() async throws {
    try work.write("one", to: "a")
    let first = try await work.commit()
    try await work.git("tag", "-a", "v1", "-m", "first")
    try await work.git("update-ref", "refs/remotes/origin/main", first)
    try work.write("two", to: "a")
    let second = try await work.commit()
    let repository = try await repository()
    for name in ["HEAD~1", "v1", "origin/main", first, String(first.prefix(8)), "main^"] {
      #expect(try await repository.commit(name) == first, "\(name)")
    }
    #expect(try await repository.commit("main") == second)
    #expect(try await repository.references() == ["main", "origin/main", "v1"])
  }

  @Test(
    "what is no commit is told so, whatever it looks like",
    arguments: [
      "nowhere", "", "--upload-pack=touch x", "-h", "^main", "main..HEAD", "HEAD:a", "a\nb",
      "HEAD^{tree}", ":/nothing", "0000000000000000000000000000000000000000",
    ])
  func unknown(_ name: String) async throws {
    try work.write("one", to: "a")
    try await work.commit()
    let repository = try await repository()
    await #expect(throws: GitError.unknownCommit(name)) { _ = try await repository.commit(name) }
  }

  @Test("the merge base is where the branches part, and unrelated ones have none")
  func mergeBase() async throws {
    let first = try await work.commit()
    try await work.git("switch", "-q", "-c", "side")
    let side = try await work.commit("on the side")
    try await work.git("switch", "-q", "main")
    let main = try await work.commit("on main")
    try await work.git("switch", "-q", "--orphan", "other")
    let other = try await work.commit("unrelated")
    let repository = try await repository()
    #expect(try await repository.mergeBase(of: main, and: side) == first)
    await #expect(throws: GitError.noMergeBase) {
      _ = try await repository.mergeBase(of: main, and: other)
    }
    #expect(!repository.isShallow)
  }

  @Test("files are listed and read as they were committed, strange names included")
  func files() async throws {
    let names = ["plain", "with space", "a\nb\"c'\\", "sub/ünï", "-dash", ":(glob)x", "*"]
    for name in names { try work.write("text of \(name)", to: name) }
    try FileManager.default.createSymbolicLink(
      atPath: work.path + "/link", withDestinationPath: "sub/ünï")
    let commit = try await work.commit()
    let repository = try await repository()
    let entries = try await repository.files(of: commit)
    #expect(Set(entries.map(\.path)) == Set(names + ["link"]))
    for entry in entries where entry.kind == .file {
      let content = try #require(try await repository.content(of: entry, limit: 100))
      #expect(String(decoding: content, as: UTF8.self) == "text of \(entry.path)")
      #expect(try await repository.content(of: entry, limit: content.count - 1) == nil)
    }
    #expect(entries.first { $0.path == "link" }?.kind == .symbolicLink)
    #expect(try await repository.files(of: commit, at: ["sub"]).map(\.path) == ["sub/ünï"])
    #expect(try await repository.files(of: commit, at: ["*"]).map(\.path) == ["*"])
    let objects = try await repository.objects(of: names.map { "\(work.path)/\($0)" })
    #expect(objects == names.map { name in entries.first { $0.path == name }?.object })
  }

  @Test("a linked work tree, a submodule and a folder deep within are read like any other")
  func places() async throws {
    try work.write("one", to: "deep/er/a")
    let commit = try await work.commit()
    #expect(try await repository(in: work.path + "/deep/er").root == work.path)

    let tree = try await TemporaryRepository(isEmptyFolder: true)
    try await work.git("worktree", "add", "-q", "--detach", tree.path + "/tree")
    let linked = try await repository(in: tree.path + "/tree")
    #expect(linked.root == tree.path + "/tree")
    #expect(try await linked.commit("main") == commit)

    let outer = try await TemporaryRepository()
    try await outer.git(
      "-c", "protocol.file.allow=always", "submodule", "--quiet", "add", work.path, "inner")
    let main = try await outer.commit()
    #expect(try await repository(in: outer.path + "/inner").commit("HEAD") == commit)
    let entries = try await repository(in: outer.path).files(of: main)
    #expect(entries.first { $0.path == "inner" }?.kind == .submodule)
  }

  @Test("a folder without a repository, and a repository without a work tree, are none")
  func noRepository() async throws {
    let folder = try await TemporaryRepository(isEmptyFolder: true)
    await #expect(throws: GitError.notARepository(folder.path)) {
      _ = try await repository(in: folder.path)
    }
    try await folder.git("init", "-q", "--bare", ".")
    await #expect(throws: GitError.notARepository(folder.path)) {
      _ = try await repository(in: folder.path)
    }
  }

  @Test("a repository of another user is not trusted")
  func notTrusted() async throws {
    try await work.commit()
    let tools = try await TemporaryRepository(isEmptyFolder: true)
    let real = try await work.git("--exec-path") + "/git"
    try tools.write(
      "#!/bin/sh\nGIT_TEST_ASSUME_DIFFERENT_OWNER=1 exec '\(real)' \"$@\"\n", to: "git")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: tools.path + "/git")
    var environment = TemporaryRepository.environment
    environment["PATH"] = tools.path
    await #expect(throws: GitError.notTrusted(work.path)) {
      _ = try await GitRepository(
        containing: work.path, environment: environment, deadline: .now.advanced(by: .seconds(60)))
    }
  }

  @Test("without git, and after the deadline, the reason is told")
  func noGit() async throws {
    await #expect(throws: GitError.noGit(.notFound("git"))) {
      _ = try await GitRepository(
        containing: work.path, environment: ["PATH": "/nonexistent"],
        deadline: .now.advanced(by: .seconds(60)))
    }
    let error = await #expect(throws: GitError.self) {
      _ = try await GitRepository(
        containing: work.path, environment: TemporaryRepository.environment, deadline: .now)
    }
    guard case .gaveUp(.timedOut(_, _))? = error else { throw try #require(error) }
  }

  @Test("a shallow clone says that it is one, and a partial one fetches nothing")
  func clones() async throws {
    try work.write("one", to: "a")
    let first = try await work.commit()
    try work.write("two", to: "a")
    try await work.commit()
    try await work.git("config", "uploadpack.allowFilter", "true")
    let folder = try await TemporaryRepository(isEmptyFolder: true)
    try await folder.git("clone", "-q", "--depth", "1", "file://\(work.path)", "shallow")
    let shallow = try await repository(in: folder.path + "/shallow")
    #expect(shallow.isShallow)
    await #expect(throws: GitError.unknownCommit(first)) { _ = try await shallow.commit(first) }

    try await folder.git(
      "clone", "-q", "--filter=blob:none", "file://\(work.path)", "partial")
    let partial = try await repository(in: folder.path + "/partial")
    let entry = try #require(try await partial.files(of: first).first)
    await #expect(throws: GitError.missingObject) {
      _ = try await partial.content(of: entry, limit: 100)
    }
  }
}
