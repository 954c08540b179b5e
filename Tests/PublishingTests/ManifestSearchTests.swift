import Diagnostics
import Foundation
import ModelManifests
import Testing

@testable import Publishing

@Suite("Finding manifests")
struct ManifestSearchTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    for name in [
      "ml_model.yaml", "other.yaml", "deep/er/ml_model_b.yml", "deep/notes.yaml",
      ".hidden/ml_model.yaml", "models/churn.yaml",
    ] {
      try folder.write(name, "name: \(name)\n")
    }
  }

  private func found(_ operands: [String], _ config: ProjectConfig = ProjectConfig()) throws
    -> [String]
  {
    try ManifestSearch(config).find(operands.map { folder.path + $0 }).files
      .map { String($0.path.dropFirst(folder.path.count)) }
  }

  private func config(_ globs: String...) -> ProjectConfig {
    var config = ProjectConfig()
    config.path = folder.path + "/mlcatalog.yaml"
    let place = SourceRange(path: "mlcatalog.yaml", start: .start, end: .start)
    config.manifests = globs.map { Located($0, at: place) }
    return config
  }

  @Test("a folder gives the files of the usual name, hidden folders left out, in order")
  func folders() throws {
    #expect(try found([""]) == ["/deep/er/ml_model_b.yml", "/ml_model.yaml"])
  }

  @Test("a folder also gives what the project config lists")
  func foldersWithGlobs() throws {
    #expect(
      try found([""], config("models/*.yaml"))
        == ["/deep/er/ml_model_b.yml", "/ml_model.yaml", "/models/churn.yaml"])
  }

  @Test("without operands the project config decides")
  func globsAlone() throws {
    let files = try ManifestSearch(config("models/*.yaml", "**/*.yml")).find([]).files
    #expect(
      files.map { String($0.path.dropFirst(folder.path.count)) }
        == ["/deep/er/ml_model_b.yml", "/models/churn.yaml"])
  }

  @Test("a file that is named is taken whatever its name, and only once")
  func named() throws {
    #expect(try found(["/other.yaml", "/deep/../other.yaml", ""]).count == 3)
    #expect(try found(["/other.yaml"]) == ["/other.yaml"])
  }

  @Test("a link that leads back to its own folder is no endless search")
  func circles() throws {
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/deep/again", withDestinationPath: folder.path)
    #expect(try found([""]) == ["/deep/er/ml_model_b.yml", "/ml_model.yaml"])
  }

  @Test("a path that does not exist is told before anything is read")
  func missing() {
    #expect(throws: InputError.noSuchPath(folder.path + "/nothing.yaml")) {
      try found(["/other.yaml", "/nothing.yaml"])
    }
    #expect(Failure(InputError.noSuchPath("x.yaml")).status == .noInput)
  }

  @Test("a folder without manifests is told")
  func nothing() throws {
    let empty = try TemporaryFolder()
    #expect(throws: InputError.nothingFound([empty.path])) {
      try ManifestSearch(ProjectConfig()).find([empty.path])
    }
  }

  @Test("patterns that match no file are told where they stand, with a manifest that lies there")
  func nothingMatches() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("mlcatalog.yaml", "manifests: [models/*.yaml, 'x/*.yml']\n")
    let bytes = Array("manifests: [models/*.yaml, 'x/*.yml']\n".utf8)
    let config = SourceFile(path: path, bytes: bytes)
    let alone = try #require(PublishInput(operands: [], configFile: config).diagnostics.items.first)
    #expect(alone.code == .nothingToPublish)
    #expect(alone.message == "no file matches 'models/*.yaml'")
    #expect(alone.range?.path == path)
    #expect(alone.range?.start == Position(line: 1, column: 13))
    #expect(alone.notes.map(\.message) == ["no file matches 'x/*.yml'"])

    let unlisted = try folder.write("ml_model.yaml", "name: m\n")
    let beside = PublishInput(operands: [], configFile: config)
    #expect(
      beside.diagnostics.items.first?.hint == "\(unlisted) lies there; list it under manifests:")
    #expect(beside.troubles == [.noInput])
  }

  @Test("a pattern that leads out of the project is told as such, whatever lies there")
  func leadingOut() throws {
    let around = try TemporaryFolder()
    try around.write("other/a.yaml", "name: m\nalgorithm: A\n")
    let text = "manifests: [../other/*.yaml, '*.yml']\n"
    let path = try around.write("project/mlcatalog.yaml", text)
    let config = SourceFile(path: path, bytes: Array(text.utf8))
    let alone = try #require(PublishInput(operands: [], configFile: config).diagnostics.items.first)
    #expect(alone.code == .nothingToPublish)
    #expect(
      alone.message
        == "'../other/*.yaml' leads out of the folder of the project config, where nothing is looked for"
    )
    #expect(alone.hint?.hasPrefix("name such files when you publish") == true)
    #expect(alone.notes.map(\.message) == ["no file matches '*.yml'"])
    try around.write("project/m.yml", "name: m\nalgorithm: A\n")
    let beside = PublishInput(operands: [], configFile: config).diagnostics.items
    #expect(beside.map(\.code) == [.unmatchedPattern])
    #expect(beside.first?.message == alone.message)
  }

  @Test("a path that is nearly one that is there suggests that one")
  func nearName() throws {
    let hint = { Failure(InputError.noSuchPath(folder.path + $0)).diagnostic.hint }
    #expect(hint("/ml_modle.yaml") == "did you mean \(folder.path)/ml_model.yaml?")
    #expect(hint("/models/chrun.yaml") == "did you mean \(folder.path)/models/churn.yaml?")
    #expect(hint("/nothing/at/all")?.hasPrefix("correct the path") == true)
  }

  @Test("a folder that cannot be opened is told with the system's reason")
  func unopened() {
    let walk = FolderWalk(folder.path + "/gone")
    #expect(walk.files.isEmpty)
    #expect(walk.unreadable.map(\.reason) == ["No such file or directory"])
  }

  @Test("a pattern that matches nothing beside others that do is a warning where it stands")
  func unmatchedPattern() throws {
    let folder = try TemporaryFolder()
    let text = "manifests:\n  - ml_model.yaml\n  - modles/*.yaml\n"
    let path = try folder.write("mlcatalog.yaml", text)
    let manifest = try folder.write("ml_model.yaml", "name: m\nalgorithm: A\n")
    let config = SourceFile(path: path, bytes: Array(text.utf8))
    let input = PublishInput(operands: [], configFile: config)
    let finding = try #require(input.diagnostics.items.first)
    #expect(input.diagnostics.items.count == 1)
    #expect(finding.code == .unmatchedPattern)
    #expect(finding.severity == .warning)
    #expect(finding.message == "no file matches 'modles/*.yaml'")
    #expect(finding.range?.start == Position(line: 3, column: 5))
    #expect(input.models.count == 1 && input.troubles.isEmpty)
    #expect(PublishInput(operands: [manifest], configFile: config).diagnostics.items.isEmpty)
  }

  @Test("files without a model are told once, those beside a model each by itself")
  func empty() throws {
    let folder = try TemporaryFolder()
    let empty = try folder.write("empty.yaml", "# later\n")
    let alone = PublishInput(operands: [empty], configFile: nil)
    #expect(alone.diagnostics.items.map(\.code) == [.nothingToPublish])
    #expect(alone.diagnostics.items.first?.message.hasSuffix("empty.yaml") == true)
    #expect(alone.troubles == [.noInput])
    let full = try folder.write("full.yaml", "name: m\nalgorithm: A\n")
    let beside = PublishInput(operands: [empty, full], configFile: nil)
    #expect(beside.diagnostics.items.map(\.code) == [.noDocument])
  }

  @Test("where nothing was found is told in words")
  func places() {
    let here = Failure(InputError.nothingFound([])).diagnostic.message
    #expect(here.hasSuffix("there is no ml_model.yaml in the working directory"))
    let folder = Failure(InputError.nothingFound(["docs"])).diagnostic.message
    #expect(folder.hasSuffix("there is no ml_model*.yaml or ml_model*.yml in docs"))
    let empty = Failure(InputError.noModel(["a.yaml"])).diagnostic.message
    #expect(empty == "no model is described in a.yaml")
  }

  @Test("a file over 4 MiB is read no further than needed to see that")
  func tooLarge() throws {
    let path = try folder.write("big.yaml", String(repeating: "a", count: 5 << 20))
    #expect(try ManifestSearch(ProjectConfig()).find([path]).files[0].bytes.count == (4 << 20) + 1)
  }
}
