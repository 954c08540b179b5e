import EmbeddedCatalog
import Foundation
import TestSupport

/// A prepared catalog from which many tests start, each with a copy of its data file.
struct CatalogTemplate: Sendable {
  let version: String
  /// The token of the bot that publishes.
  let token: String
  private let adminToken: String
  /// The data file and the log beside it, by the ends of their names.
  private let files: [String: Data]

  /// Makes a sample catalog of a version and lets it be prepared.
  init(version: String, _ prepare: (SampleCatalog) async throws -> Void) async throws {
    self.version = version
    let path = Self.newPath()
    defer { Self.remove(path) }
    let catalog = try await SampleCatalog(version: version, dataPath: path)
    try await prepare(catalog)
    token = catalog.token
    adminToken = catalog.catalog.adminToken
    catalog.catalog.stop()
    var files: [String: Data] = [:]
    for suffix in ["", "-wal"] {
      files[suffix] = FileManager.default.contents(atPath: path + suffix)
    }
    self.files = files
  }

  /// Runs something on a copy that is gone afterwards.
  func withCopy<Value>(_ body: (SampleCatalog) async throws -> Value) async throws -> Value {
    try await withDataFile { path in
      let copy = try open(path)
      defer { copy.catalog.stop() }
      return try await body(copy)
    }
  }

  /// Runs something on a copy of the data file that nobody has opened yet.
  func withDataFile<Value>(_ body: (String) async throws -> Value) async throws -> Value {
    let path = Self.newPath()
    defer { Self.remove(path) }
    for (suffix, file) in files { try file.write(to: URL(filePath: path + suffix)) }
    return try await body(path)
  }

  /// Serves a copy of the data file.
  func open(_ path: String, port: UInt16 = 0) throws -> SampleCatalog {
    SampleCatalog(
      try RunningCatalog(
        CatalogConfiguration(port: port, dataPath: path, version: version),
        adminToken: adminToken), token: token, version: version)
  }

  private static func newPath() -> String {
    FileManager.default.temporaryDirectory.appending(path: "catalog-\(UUID().uuidString).db").path
  }

  private static func remove(_ path: String) {
    for suffix in ["", "-wal", "-shm"] {
      try? FileManager.default.removeItem(atPath: path + suffix)
    }
  }
}
