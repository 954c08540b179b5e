import Diagnostics
import Foundation
import ModelManifests
import TestSupport
import Testing

@testable import Publishing

@Suite("Links that lead out of the repository")
struct LinkBoundsTests {
  private let repository: TemporaryRepository
  private let outside: TemporaryFolder

  init() async throws {
    repository = try await TemporaryRepository()
    outside = try TemporaryFolder()
    try outside.write("secret.yaml", "name: a\n")
    try FileManager.default.createDirectory(
      atPath: repository.path + "/models", withIntermediateDirectories: true)
  }

  private func link(_ name: String, _ target: String) throws {
    try FileManager.default.createSymbolicLink(
      atPath: "\(repository.path)/\(name)", withDestinationPath: target)
  }

  @Test("a manifest found behind one is not read, and one within the repository is")
  func manifests() throws {
    try "name: a\n".write(
      toFile: repository.path + "/own.yaml", atomically: true, encoding: .utf8)
    try link("models/ml_model_a.yaml", "../own.yaml")
    let search = ManifestSearch(ProjectConfig())
    #expect(try search.find([repository.path]).files.count == 1)
    try link("models/ml_model_b.yaml", outside.path + "/secret.yaml")
    let error = #expect(throws: InputError.self) { try search.find([repository.path]) }
    let message = error.map { Failure($0).diagnostic.message } ?? ""
    #expect(
      message.contains(
        "ml_model_b.yaml cannot be read: it is a link that leads out of the repository"))
  }

  @Test("a lock behind one is not read")
  func lock() throws {
    try link("mlcatalog.lock", outside.path + "/secret.yaml")
    let lock = LockFile(besideConfig: repository.path + "/mlcatalog.yaml")
    #expect(lock.source == nil)
    guard case .failure(let failure) = lock.content else {
      Issue.record("the lock was read")
      return
    }
    #expect(failure.diagnostic.message.contains("leads out of the repository"))
  }

  @Test("who names a file elsewhere is given it, also behind a link there")
  func named() throws {
    try link("ml_model.yaml", outside.path + "/secret.yaml")
    for path in [repository.path + "/ml_model.yaml", outside.path + "/secret.yaml"] {
      #expect(try ManifestSearch(ProjectConfig()).find([path]).files.count == 1)
    }
  }
}
