import FoundationEssentials

/// A data file in a folder of its own that goes with the last reference.
final class TemporaryFile: Sendable {
  private let folder: String
  var path: String { folder + "/catalog.db" }

  init(copying original: String? = nil) throws {
    folder = FileManager.default.temporaryDirectory.path + "/catalog-test-" + UUID().uuidString
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true)
    if let original { try FileManager.default.copyItem(atPath: original, toPath: path) }
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }
}
