import Foundation
import Glibc
import HTTPClient
import JSONDocuments

/// A catalog that `serve` runs in a temporary folder of its own.
final class ServedCatalog {
  struct DidNotStart: Error {
    let errors: String
  }

  /// The folder; the data file is `catalog.db` in it.
  let folder: String
  /// What the ready file says.
  let url: String
  private let process: PlaygroundProcess

  /// Starts `serve` with a data file and further options.
  init(in folder: String? = nil, _ options: String...) throws {
    let folder =
      folder ?? FileManager.default.temporaryDirectory.path + "/served-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let ready = folder + "/ready"
    try? FileManager.default.removeItem(atPath: ready)
    process = try PlaygroundProcess(
      ["serve", "--port", "0", "--data", folder + "/catalog.db", "--ready-file", ready] + options)
    self.folder = folder
    for _ in 0..<400 where process.isRunning {
      if let line = try? String(contentsOfFile: ready, encoding: .utf8) {
        url = line.trimmingCharacters(in: .newlines)
        return
      }
      usleep(25_000)
    }
    process.send(SIGKILL)
    throw DidNotStart(errors: process.finish().errors)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  /// Ends the catalog with a signal.
  func stop(_ signal: Int32 = SIGTERM) -> PlaygroundProcess.Outcome {
    process.send(signal)
    return process.finish()
  }

  /// Sends a signal that does not end it.
  func signal(_ signal: Int32) { process.send(signal) }

  /// Reads a document with a token.
  func get(_ path: String, token: String) async throws -> (status: Int, document: JSON) {
    let answer = try await CurlTransport().send(
      HTTPRequest(.get, "\(url)/api\(path)", headers: ["Authorization": "Bearer \(token)"]))
    return (answer.status, try JSON(parsing: answer.body))
  }

  /// The token of a bot, as `token` prints it.
  func token(_ options: String...) throws -> String {
    let outcome = try PlaygroundProcess(
      ["token", "--bot", "publisher", "--host", url] + options
    ).finish()
    return outcome.output.trimmingCharacters(in: .newlines)
  }
}
