import Foundation

/// A certificate authority of its own in a temporary folder, made by the `openssl` program.
public struct TestAuthority: Sendable {
  /// The folder with all its files.
  public let folder: String

  /// Makes the authority, `ca.pem`, and a certificate of 127.0.0.1, `server.pem` with `server.key`.
  public init() throws {
    folder = FileManager.default.temporaryDirectory.path + "/authority-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try openssl(
      "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
      "-keyout", path("ca.key"), "-out", path("ca.pem"), "-subj", "/CN=Test Authority", "-days",
      "2")
    try openssl(
      "req", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-keyout",
      path("server.key"), "-out", path("server.csr"), "-subj", "/CN=server")
    try Data("subjectAltName=IP:127.0.0.1".utf8).write(to: URL(fileURLWithPath: path("names")))
    try issue("server.pem", days: 2)
  }

  /// The path of one of its files.
  public func path(_ name: String) -> String { "\(folder)/\(name)" }

  /// Issues a certificate for 127.0.0.1.
  public func issue(_ name: String, days: Int) throws {
    try openssl(
      "x509", "-req", "-in", path("server.csr"), "-CA", path("ca.pem"), "-CAkey", path("ca.key"),
      "-days", String(days), "-out", path(name), "-extfile", path("names"))
  }

  /// Makes a certificate for 127.0.0.1 that its own key signed.
  public func issueBySelf(_ name: String) throws {
    try openssl(
      "req", "-x509", "-key", path("server.key"), "-out", path(name), "-subj", "/CN=alone",
      "-addext", "subjectAltName=IP:127.0.0.1", "-days", "2")
  }

  /// Issues a certificate for 127.0.0.1 by an intermediate authority of this one.
  public func issueByIntermediate(_ name: String) throws {
    try openssl(
      "req", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-keyout",
      path("between.key"), "-out", path("between.csr"), "-subj", "/CN=Test Intermediate")
    try Data("basicConstraints=critical,CA:TRUE".utf8)
      .write(to: URL(fileURLWithPath: path("between.names")))
    try openssl(
      "x509", "-req", "-in", path("between.csr"), "-CA", path("ca.pem"), "-CAkey", path("ca.key"),
      "-days", "2", "-out", path("between.pem"), "-extfile", path("between.names"))
    try openssl(
      "x509", "-req", "-in", path("server.csr"), "-CA", path("between.pem"), "-CAkey",
      path("between.key"), "-days", "2", "-out", path(name), "-extfile", path("names"))
  }

  /// A folder with the authority's certificate under its hash.
  public func hashedFolder() throws -> String {
    let hashed = path("hashed")
    try FileManager.default.createDirectory(atPath: hashed, withIntermediateDirectories: true)
    try FileManager.default.copyItem(atPath: path("ca.pem"), toPath: hashed + "/ca.pem")
    try openssl("rehash", hashed)
    return hashed
  }

  /// A file with a certificate of a client and its key.
  public func clientCertificate() throws -> String {
    let own = path("client.pem")
    let files = [path("server.pem"), path("server.key")]
    try Data(files.map { try String(contentsOfFile: $0, encoding: .utf8) }.joined().utf8)
      .write(to: URL(fileURLWithPath: own))
    return own
  }

  /// Removes the folder.
  public func remove() { try? FileManager.default.removeItem(atPath: folder) }

  /// A server that answers every request with a page, until `stop` is called.
  public func serve(
    certificate: String = "server.pem", verifyingClients: Bool = false
  ) throws -> (port: Int, stop: () -> Void) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [
      "openssl", "s_server", "-accept", "127.0.0.1:0", "-cert", path(certificate), "-key",
      path("server.key"), "-www",
    ]
    if verifyingClients {
      process.arguments? += ["-Verify", "1", "-verify_return_error", "-CAfile", path("ca.pem")]
    }
    let output = Pipe()
    process.standardInput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    process.standardOutput = output
    try process.run()
    var text = ""
    while !(text.contains("ACCEPT") && text.hasSuffix("\n")) {
      let piece = output.fileHandleForReading.availableData
      if piece.isEmpty { throw OpenSSLFailure() }
      text += String(decoding: piece, as: UTF8.self)
    }
    let digits = text.reversed().drop { !$0.isNumber }.prefix { $0.isNumber }.reversed()
    guard let port = Int(String(digits)) else { throw OpenSSLFailure() }
    // Children of a test inherit its blocked signals, so that only SIGKILL reaches them surely.
    let stop = {
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
    }
    return (port, stop)
  }
}

private func openssl(_ arguments: String...) throws {
  let process = Process()
  process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
  process.arguments = ["openssl"] + arguments
  process.standardInput = FileHandle.nullDevice
  process.standardOutput = FileHandle.nullDevice
  process.standardError = FileHandle.nullDevice
  try process.run()
  process.waitUntilExit()
  guard process.terminationStatus == 0 else { throw OpenSSLFailure() }
}
