import Diagnostics
import Foundation
import ModelManifests
import Publishing
import TestSupport
import Testing

@Suite("A repository that wants something executed", .timeLimit(.minutes(2)))
struct HostileRepositoryTests {
  private let work: TemporaryRepository
  private let trap: TemporaryRepository
  private var mark: String { trap.path + "/sprung" }
  private var isSprung: Bool { FileManager.default.fileExists(atPath: mark) }

  init() async throws {
    work = try await TemporaryRepository()
    trap = try await TemporaryRepository(isEmptyFolder: true)
    try trap.write("#!/bin/sh\necho \"$0 $@\" >>'\(trap.path)/sprung'\ncat\n", to: "program")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: trap.path + "/program")
    try work.write("name: one\nalgorithm: SVM\n", to: "ml_model.yaml")
    try work.write(
      "* filter=trap diff=trap merge=trap\n*.yaml export-subst ident\n",
      to: ".gitattributes")
    try await work.git("add", "ml_model.yaml")
    try await work.commit()
  }

  /// Sets the traps that a configuration can hold, and hooks of every kind.
  private func setTraps() async throws {
    let program = trap.path + "/program"
    for key in [
      "core.fsmonitor", "core.pager", "core.editor", "core.sshCommand", "core.gitProxy",
      "core.askPass", "core.alternateRefsCommand", "diff.external", "diff.trap.command",
      "diff.trap.textconv", "filter.trap.clean", "filter.trap.smudge", "filter.trap.process",
      "merge.trap.driver", "credential.helper", "gpg.program", "uploadpack.packObjectsHook",
      "remote.origin.uploadpack", "interactive.diffFilter", "sequence.editor", "pager.log",
      "pager.cat-file", "pager.rev-parse", "pager.ls-tree", "pager.merge-base",
    ] {
      try await work.git("config", key, program)
    }
    for name in ["rev-parse", "ls-tree", "merge-base", "cat-file", "hash-object"] {
      try await work.git("config", "alias.\(name)", "!\(program)")
    }
    let hooks = work.path + "/.git/hooks"
    try FileManager.default.createDirectory(atPath: hooks, withIntermediateDirectories: true)
    for hook in ["post-index-change", "reference-transaction", "post-checkout", "pre-commit"] {
      let path = "\(hooks)/\(hook)"
      try? FileManager.default.removeItem(atPath: path)
      try FileManager.default.copyItem(atPath: program, toPath: path)
    }
  }

  private func read(
    _ reference: String, variables: [String: String] = TemporaryRepository.environment
  ) async -> Result<Baseline, Failure> {
    let reader = BaselineReader(
      reference, environmentName: nil, overrides: .none, variables: variables, folder: work.path,
      deadline: nil)
    let input = PublishInput(operands: [work.path], configFile: nil)
    return await reader.read(operands: [work.path], input: input)
  }

  @Test("its configuration, attributes and hooks run nothing")
  func configuration() async throws {
    try await setTraps()
    try work.write("name: one\nalgorithm: XGBoost\n", to: "ml_model.yaml")
    let baseline = try await read("main").get()
    #expect(baseline.files.map(\.text) == ["name: one\nalgorithm: SVM\n"])
    #expect(!isSprung, "\((try? String(contentsOfFile: mark, encoding: .utf8)) ?? "")")
    // The traps are set: an ordinary command falls into them.
    _ = try? await work.git("status")
    #expect(isSprung)
  }

  @Test("the name of a commit is never an option or a command")
  func names() async throws {
    try await setTraps()
    for name in [
      "--upload-pack=\(trap.path)/program", "--output=\(mark)", "-c alias.x=!touch",
      "ext::\(trap.path)/program", "$(touch \(mark))", "`touch \(mark)`", "main;touch \(mark)",
      "main\ntouch \(mark)", "@{upstream}",
    ] {
      guard case .failure(let failure) = await read(name) else {
        Issue.record("\(name) is a commit")
        continue
      }
      #expect(failure.diagnostic.code == .unknownCommit, "\(name)")
      #expect(!isSprung, "\(name)")
    }
  }

  @Test("what a clone lacks is not fetched, from wherever it says")
  func promisor() async throws {
    try work.write("name: two\nalgorithm: SVM\n", to: "ml_model.yaml")
    try await work.commit()
    let blob = try await work.git("rev-parse", "HEAD:ml_model.yaml")
    try work.remove(".git/objects/\(blob.prefix(2))/\(blob.dropFirst(2))")
    for (key, value) in [
      ("core.repositoryFormatVersion", "1"), ("extensions.partialClone", "origin"),
      ("remote.origin.promisor", "true"), ("remote.origin.url", "ext::\(trap.path)/program %S"),
      ("remote.origin.partialclonefilter", "blob:none"), ("protocol.ext.allow", "always"),
    ] {
      try await work.git("config", key, value)
    }
    try work.write("name: three\nalgorithm: SVM\n", to: "ml_model.yaml")
    guard case .failure(let failure) = await read("HEAD") else {
      Issue.record("the file is there")
      return
    }
    #expect(failure.diagnostic.code == .incompleteHistory, "\(failure.diagnostic.message)")
    #expect(!isSprung)
    _ = try? await work.git("cat-file", "blob", blob)
    #expect(isSprung)
  }

  @Test("variables that make git run programs, or look elsewhere, do not reach it")
  func variables() async throws {
    var variables = TemporaryRepository.environment
    for name in [
      "GIT_EXTERNAL_DIFF", "GIT_SSH_COMMAND", "GIT_ASKPASS", "GIT_PAGER", "GIT_EDITOR",
      "GIT_PROXY_COMMAND",
    ] {
      variables[name] = trap.path + "/program"
    }
    for name in ["GIT_DIR", "GIT_WORK_TREE", "GIT_OBJECT_DIRECTORY", "GIT_INDEX_FILE"] {
      variables[name] = "/nonexistent"
    }
    _ = try await read("main", variables: variables).get()
    #expect(!isSprung)
  }

  @Test("names of files are taken as they are")
  func files() async throws {
    let names = [
      "ml_model\n100644 blob 0000\tx.yaml", "ml_model\"quoted\".yaml", "--help/ml_model.yaml",
      ":(exclude)/ml_model.yaml", "ml_model\u{1B}[31m.yaml",
    ]
    for (number, name) in names.enumerated() {
      try work.write("name: m\(number)\nalgorithm: SVM\n", to: name)
    }
    try work.remove(".gitattributes")
    try await work.commit()
    for name in names { try work.remove(name) }
    let baseline = try await read("HEAD").get()
    #expect(Set(baseline.files.map(\.path)).isSuperset(of: names))
  }
}
