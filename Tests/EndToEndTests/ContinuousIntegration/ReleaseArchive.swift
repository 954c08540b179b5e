import Foundation
import TestSupport

/// An archive that `scripts/dist` has made of the program beside these tests, on a server.
final class ReleaseArchive: Sendable {
  let version: String
  /// Its SHA-256 checksum, as the file beside it says.
  let checksum: String
  /// Its place below the releases.
  let path: String
  private let server: ScriptedServer

  init() async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "release-\(UUID())")
    defer { try? FileManager.default.removeItem(at: folder) }
    let archive = try await ReleaseArchive.pack(into: folder)
    let name = archive.lastPathComponent
    version = String(name.split(separator: "-")[1])
    path = "v\(version)/\(name)"
    checksum = String(
      try String(contentsOf: URL(filePath: archive.path + ".sha256"), encoding: .utf8).prefix(64))
    let bytes = Array(try Data(contentsOf: archive))
    server = ScriptedServer { request in
      guard request.target.hasSuffix("/\(name)") else { return [.json(404, "{}")] }
      return [.answer(200, headers: [("Content-Type", "application/gzip")], body: bytes)]
    }
  }

  var url: String { server.url }
  /// What was asked for.
  var targets: [String] { server.requests.map(\.target) }

  func stop() { server.stop() }

  /// Packs the program into a folder; the archive.
  static func pack(into folder: URL) async throws -> URL {
    let run = try await ProgramRun.of(
      ProgramRun.packageFolder.appending(path: "scripts/dist"),
      ["--program", PublisherProcess.executable.path, "--into", folder.path])
    guard run.status == 0 else { throw CIFileError(description: run.output + run.errors) }
    let archives = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".tar.gz") }
    guard archives.count == 1 else { throw CIFileError(description: "\(archives)") }
    return folder.appending(path: archives[0])
  }
}
