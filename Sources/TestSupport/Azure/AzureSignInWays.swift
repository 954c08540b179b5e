import FoundationEssentials
import HTTPClient
import JSONDocuments
import Subprocess

/// What an operator would set for each way of signing in to a stand-in for Azure.
public struct AzureSignInWays: Sendable {
  /// The ways by name.
  public let each: [(name: String, variables: [String: String])]

  /// All variables at once, for the client, which is told which way to use.
  public var all: [String: String] {
    each.reduce(into: [:]) { all, way in all.merge(way.variables) { first, _ in first } }
  }

  /// Makes the files: a certificate that the service knows, a token, a program `az`.
  public init(_ service: RunningAzureService) async throws {
    let folder = service.folder.path
    let openssl = try ProgramPath.find("openssl", in: "/usr/local/bin:/usr/bin:/bin")
    _ = try await ProgramCall(
      openssl,
      [
        "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", "\(folder)/own.key", "-out",
        "\(folder)/own.crt", "-subj", "/CN=application-1", "-days", "2",
      ], environment: [:]
    ).run()
    let certificate = try Self.text("\(folder)/own.crt")
    try await service.control("certificate", .string(certificate))
    try Self.write(try Self.text("\(folder)/own.key") + certificate, "\(folder)/own.pem")
    try Self.write(try await Self.federatedToken(service), "\(folder)/federated")
    // A token that the service knows: `az` is taken at its word.
    let token = try await service.control("token").string ?? ""
    try FileManager.default.createDirectory(
      atPath: folder + "/bin", withIntermediateDirectories: true)
    let answer = #"{"accessToken":"\#(token)","expires_on":4102444800}"#
    try Self.write("#!/bin/sh\necho '\(answer)'\n", "\(folder)/bin/az")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: "\(folder)/bin/az")
    let machine = ["AZURE_TENANT_ID": "", "AZURE_CLIENT_ID": ""]
    each = [
      ("secret", ["AZURE_CLIENT_SECRET": "the-client-secret"]),
      ("certificate", ["AZURE_CLIENT_CERTIFICATE_PATH": "\(folder)/own.pem"]),
      ("workload", ["AZURE_FEDERATED_TOKEN_FILE": "\(folder)/federated"]),
      (
        "GitHub",
        [
          "ACTIONS_ID_TOKEN_REQUEST_URL": "\(service.url)/github/token?api-version=2.0",
          "ACTIONS_ID_TOKEN_REQUEST_TOKEN": "github-request-token",
        ]
      ),
      (
        "App Service",
        machine.merging([
          "IDENTITY_ENDPOINT": "\(service.url)/msi/token", "IDENTITY_HEADER": "platform",
        ]) { first, _ in first }
      ),
      (
        "virtual machine",
        machine.merging(["AZURE_POD_IDENTITY_AUTHORITY_HOST": service.url]) { first, _ in first }
      ),
      ("az", machine.merging(["PATH": "\(folder)/bin:/usr/bin:/bin"]) { first, _ in first }),
    ]
  }

  private static func federatedToken(_ service: RunningAzureService) async throws -> String {
    var configuration = TransportConfiguration()
    configuration.trust = .path(service.authority, variable: "SSL_CERT_FILE")
    let response = try await CurlTransport(configuration: configuration).send(
      HTTPRequest(
        .get, service.url + "/github/token?audience=x",
        headers: ["Authorization": "bearer github-request-token"]))
    return try JSON(parsing: response.body)["value"]?.string ?? ""
  }

  private static func text(_ path: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
  }

  private static func write(_ text: String, _ path: String) throws {
    try Data(text.utf8).write(to: URL(filePath: path))
  }
}
