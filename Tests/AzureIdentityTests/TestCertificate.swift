import FoundationEssentials
import Subprocess

/// A key with its certificate in a temporary folder, made by the `openssl` program.
struct TestCertificate {
  let folder: String

  /// - Parameter key: The kind of key, as `openssl req -newkey` names it.
  init(key: [String] = ["rsa:2048"]) async throws {
    folder = FileManager.default.temporaryDirectory.path + "/certificate-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try await openssl(
      ["req", "-x509", "-newkey"] + key + [
        "-nodes", "-keyout", path("key"), "-out", path("crt"), "-subj", "/CN=application-1",
        "-days", "2",
      ])
    try write("pem", try text("key") + text("crt"))
  }

  func remove() { try? FileManager.default.removeItem(atPath: folder) }

  func path(_ name: String) -> String { "\(folder)/\(name)" }

  func text(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(filePath: path(name))), as: UTF8.self)
  }

  func write(_ name: String, _ text: String) throws {
    try Data(text.utf8).write(to: URL(filePath: path(name)))
  }

  @discardableResult
  func openssl(_ arguments: [String]) async throws -> [UInt8] {
    let program = try ProgramPath.find("openssl", in: "/usr/local/bin:/usr/bin:/bin")
    let result = try await ProgramCall(program, arguments, environment: [:]).run()
    guard result.ending == .exited(0) else {
      throw Failure(description: String(decoding: result.errors, as: UTF8.self))
    }
    return result.output
  }

  struct Failure: Error, CustomStringConvertible { let description: String }
}
