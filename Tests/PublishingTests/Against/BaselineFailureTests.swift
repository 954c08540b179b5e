import Diagnostics
import GitRepositories
import ModelManifests
import TestSupport
import Testing

@testable import Publishing

@Suite("Why there is nothing to compare with", .timeLimit(.minutes(2)))
struct BaselineFailureTests {
  private let work: TemporaryRepository

  init() async throws {
    work = try await TemporaryRepository()
    try work.write("name: one\nalgorithm: SVM\n", to: "ml_model.yaml")
  }

  private func failure(
    against reference: String, in folder: String? = nil, path: String? = nil
  ) async throws -> Failure {
    var variables = TemporaryRepository.environment
    variables["PATH"] = path ?? variables["PATH"]
    let root = folder ?? work.path
    let reader = BaselineReader(
      reference, environmentName: nil, overrides: .none, variables: variables, folder: root,
      deadline: nil)
    let input = PublishInput(operands: [work.path], configFile: nil)
    let result = await reader.read(operands: [work.path], input: input)
    guard case .failure(let failure) = result else {
      throw TestProblem("there is something to compare with")
    }
    return failure
  }

  private struct TestProblem: Error {
    init(_ message: String) {}
  }

  @Test("an unknown commit is an error of usage that suggests what was meant")
  func unknownCommit() async throws {
    let first = try await work.commit()
    try await work.git("update-ref", "refs/remotes/origin/develop", first)
    let misspelt = try await failure(against: "mian")
    #expect(misspelt.diagnostic.code == .unknownCommit && misspelt.status == .usage)
    #expect(misspelt.diagnostic.hint == "did you mean 'main'?")
    #expect(
      try await failure(against: "develop").diagnostic.hint == "did you mean 'origin/develop'?")
    let absent = try await failure(against: "origin/release")
    #expect(absent.diagnostic.message.contains("'origin/release'"))
    #expect(absent.diagnostic.hint?.contains("git fetch") == true)
  }

  @Test("an expression that leads too far back is told apart from a name that is none")
  func tooFarBack() async throws {
    try await work.commit()
    let far = try await failure(against: "HEAD~99")
    #expect(far.diagnostic.code == .unknownCommit && far.status == .usage)
    #expect(
      far.diagnostic.message
        == "--against: 'HEAD~99' leads to no commit of this clone, though 'HEAD' is one")
    #expect(far.diagnostic.hint == "name one of the commits that `git log --oneline HEAD` lists")
    let unknown = try await failure(against: "nowhere~1")
    #expect(unknown.diagnostic.message.contains("there is no commit 'nowhere~1'"))
    let shallow = Failure(
      .unknownCommit("main~9"), reference: "main~9", isShallow: true, start: "main", known: [])
    #expect(shallow.diagnostic.hint?.contains("git fetch --unshallow") == true)
  }

  @Test("a branch without a commit has nothing to compare")
  func unborn() async throws {
    let failure = try await failure(against: "HEAD")
    #expect(failure.diagnostic.code == .unknownCommit)
  }

  @Test("a shallow clone is told how to fetch the rest")
  func shallow() async throws {
    try await work.commit()
    try await work.git("switch", "-q", "-c", "feature")
    try await work.commit("on the branch")
    try await work.git("switch", "-q", "main")
    try await work.commit("on main")
    let folder = try await TemporaryRepository(isEmptyFolder: true)
    try await folder.git(
      "clone", "-q", "--depth", "1", "--no-single-branch", "-b", "feature",
      "file://\(work.path)", "clone")
    let unreachable = try await failure(against: "origin/main", in: folder.path + "/clone")
    #expect(unreachable.diagnostic.code == .incompleteHistory)
    #expect(unreachable.status == .configuration)
    #expect(unreachable.diagnostic.message.contains("shallow"))
    for remedy in ["fetch-depth: 0", "git fetch --unshallow"] {
      #expect(unreachable.diagnostic.hint?.contains(remedy) == true)
    }
    let absent = try await failure(against: "v1.0.0", in: folder.path + "/clone")
    #expect(absent.diagnostic.code == .unknownCommit)
    #expect(absent.diagnostic.hint?.contains("fetch-depth: 0") == true)
  }

  @Test("unrelated histories are told apart from shallow ones")
  func unrelated() async throws {
    try await work.commit()
    try await work.git("switch", "-q", "--orphan", "other")
    try await work.commit("unrelated")
    let failure = try await failure(against: "main")
    #expect(failure.diagnostic.code == .incompleteHistory)
    #expect(failure.diagnostic.message == "'main' and this branch have no common commit")
  }

  @Test("no repository, and no git, are errors of configuration with a way out")
  func environment() async throws {
    let folder = try await TemporaryRepository(isEmptyFolder: true)
    let outside = try await failure(against: "main", in: folder.path)
    #expect(outside.diagnostic.code == .notARepository && outside.status == .configuration)
    #expect(outside.diagnostic.hint != nil)
    let missing = try await failure(against: "main", path: "/nonexistent")
    #expect(missing.diagnostic.code == .gitNotFound && missing.status == .configuration)
  }

  @Test("a repository of another user is told how to be trusted; a failure of git gives its words")
  func words() {
    let untrusted = Failure(
      .notTrusted("/builds/x"), reference: "main", isShallow: false, known: [])
    #expect(untrusted.diagnostic.code == .notARepository)
    #expect(
      untrusted.diagnostic.hint?.contains("git config --global --add safe.directory /builds/x")
        == true)
    let partial = Failure(.missingObject, reference: "main", isShallow: false, known: [])
    #expect(partial.diagnostic.code == .incompleteHistory)
    let failed = Failure(
      .failed(command: "ls-tree", reason: "bad object"), reference: "main", isShallow: false,
      known: [])
    #expect(failed.diagnostic.code == .gitFailed)
    #expect(failed.diagnostic.message == "--against: 'git ls-tree' failed: bad object")
  }

  @Test("a damaged repository is told in the words of git")
  func damaged() async throws {
    let commit = try await work.commit()
    let tree = try await work.git("rev-parse", "\(commit)^{tree}")
    try work.remove(".git/objects/\(tree.prefix(2))/\(tree.dropFirst(2))")
    let failure = try await failure(against: "HEAD")
    #expect(failure.diagnostic.code == .gitFailed)
  }
}
