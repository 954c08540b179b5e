public import Foundation
import Glibc
import HTTPClient
public import JSONDocuments
import Subprocess

/// A stand-in for Azure (`Tests/OfficialClients/azure_service.py`) on a free port, over TLS.
///
/// It knows one tenant, application, subscription, resource group, workspace and registry, whose
/// names end in `-1`. It ends with its last reference.
public final class RunningAzureService: Sendable {
  /// Where it is, such as `https://127.0.0.1:40123`.
  public let url: String
  /// The file with the certificate of the authority that vouches for it.
  public let authority: String
  /// A folder for the test's own files, which goes with the service.
  public let folder: URL
  /// The service ends when this end of the pipe is closed, in whatever way.
  private let lifeline: Pipe
  private let transport: CurlTransport

  /// What an operator would set to sign in with a client secret.
  public var environment: [String: String] {
    [
      "AZURE_RESOURCE_MANAGER_URL": url, "AZURE_AUTHORITY_HOST": url,
      "AZURE_TENANT_ID": "tenant-1", "AZURE_CLIENT_ID": "application-1",
      "AZURE_CLIENT_SECRET": "the-client-secret", "SSL_CERT_FILE": authority,
    ]
  }

  /// Starts the service and waits until it listens.
  ///
  /// - Throws: ``RunningAzureServiceError`` when it does not come up.
  public init() async throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "azure-\(UUID())")
    lifeline = Pipe()
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    // A process that another test starts must not hold the service.
    _ = fcntl(lifeline.fileHandleForWriting.fileDescriptor, F_SETFD, FD_CLOEXEC)
    let log = folder.appending(path: "log")
    try Data().write(to: log)
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", "-B", Self.script("azure_service.py"), folder.path]
    process.standardInput = lifeline.fileHandleForReading
    process.standardOutput = try FileHandle(forWritingTo: log)
    process.standardError = try FileHandle(forWritingTo: log)
    try process.run()
    let announcement = try await Self.announcement(in: log, of: process)
    url = announcement["url"]?.string ?? ""
    authority = announcement["authority"]?.string ?? ""
    var configuration = TransportConfiguration()
    configuration.trust = .path(authority, variable: "SSL_CERT_FILE")
    transport = CurlTransport(configuration: configuration)
  }

  deinit {
    try? lifeline.fileHandleForWriting.close()
    try? FileManager.default.removeItem(at: folder)
  }

  /// Tells the service something, or asks it, by a name such as `faults` or `requests`.
  @discardableResult
  public func control(_ name: String, _ body: JSON = .null) async throws -> JSON {
    let response = try await transport.send(
      HTTPRequest(.post, "\(url)/test/\(name)", body: body.encoded()))
    return try JSON(parsing: response.body)
  }

  /// The methods and targets of all requests since `control("clear")`.
  public func requests() async throws -> [String] {
    let log = try await control("requests")
    return (log.array ?? []).map { entry in
      "\(entry["method"]?.string ?? "") \(entry["target"]?.string ?? "")"
    }
  }

  /// Lets Microsoft's own client do something; what it prints.
  ///
  /// - Throws: ``RunningAzureServiceError`` with what the client wrote when it failed.
  public func officialClient(
    _ command: String, environment: [String: String] = [:]
  ) async throws -> JSON {
    guard let python = PythonEnvironment.azure?.python else {
      throw RunningAzureServiceError(message: "the client is not installed")
    }
    let own = ["REQUESTS_CA_BUNDLE": authority, "HOME": folder.path, "PATH": "/usr/bin:/bin"]
    var call = ProgramCall(
      python, ["-B", "-W", "ignore", Self.script("azure_client.py"), url, authority, command],
      environment: own.merging(environment) { _, given in given })
    call.timeout = .seconds(240)
    let result = try await call.run()
    guard result.ending == .exited(0) else {
      throw RunningAzureServiceError(message: String(decoding: result.errors, as: UTF8.self))
    }
    return try JSON(parsing: result.output)
  }

  private static func script(_ name: String) -> String {
    URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Tests/OfficialClients/\(name)").path
  }

  /// The line that the service prints once it listens.
  private static func announcement(in log: URL, of process: Process) async throws -> JSON {
    while process.isRunning {
      let text = try String(contentsOf: log, encoding: .utf8)
      if text.hasSuffix("}\n"), let document = try? JSON(parsing: text) { return document }
      try await Task.sleep(for: .milliseconds(50))
    }
    throw RunningAzureServiceError(message: try String(contentsOf: log, encoding: .utf8))
  }
}
