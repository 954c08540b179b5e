import Foundation
import HTTPClient
import TestSupport
import Testing

@testable import AzureIdentity

@Suite("Signing in to Azure by 'az'", .timeLimit(.minutes(1)))
struct AzureCLITests {
  /// A folder with a program `az` that writes its arguments and variables to a file beside it.
  private func folder(_ script: String) throws -> String {
    let folder = FileManager.default.temporaryDirectory.path + "/az-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let text = """
      #!/bin/sh
      echo "$@" >"${0%/*}/arguments"
      env >"${0%/*}/variables"
      \(script)
      """
    try Data(text.utf8).write(to: URL(filePath: folder + "/az.text"))
    // A program that this process writes cannot be started while another test's child still holds
    // the open file (ETXTBSY); so a process without children writes it.
    let copy = try Process.run(
      URL(filePath: "/usr/bin/install"), arguments: [folder + "/az.text", folder + "/az"])
    copy.waitUntilExit()
    return folder
  }

  private func credential(
    _ folder: String, _ variables: [String: String] = [:]
  ) async throws -> AzureCredential {
    let signIn = SignIn()
    defer { signIn.server.stop() }
    return try await signIn.credential(
      variables.merging(["PATH": "\(folder):/usr/bin:/bin"]) { first, _ in first })
  }

  @Test("it is asked for the cloud's resource, and its token is kept until its end")
  func token() async throws {
    let folder = try folder(
      #"echo '{"accessToken":"cli-token","expires_on":1700003600,"expiresOn":"2000-01-01 0:0:0"}'"#)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let credential = try await credential(
      folder,
      [
        "AZURE_SUBSCRIPTION_ID": "6f1c2d3e-0000-4000-8000-000000000001",
        "AZURE_CONFIG_DIR": "/home/me/.azure",
        "OPENMETADATA_JWT_TOKEN": "catalog-token",
      ])
    let token = try await credential.current()
    #expect(token.secret.reveal() == "cli-token")
    #expect(token.renewal == 1_700_003_300)
    let arguments = try String(contentsOfFile: folder + "/arguments", encoding: .utf8)
    #expect(
      arguments == "account get-access-token --output json --resource https://management.azure.com"
        + " --subscription 6f1c2d3e-0000-4000-8000-000000000001\n")
    let variables = try String(contentsOfFile: folder + "/variables", encoding: .utf8)
    #expect(variables.contains("AZURE_CONFIG_DIR=/home/me/.azure\n"))
    #expect(!variables.contains("catalog-token"))
  }

  @Test("older releases say the end in local time alone")
  func localTime() async throws {
    let folder = try folder(
      #"echo '{"accessToken":"cli-token","expiresOn":"2030-01-01 12:00:00.000000"}'"#)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let token = try await credential(folder, ["AZURE_TENANT_ID": "tenant-1"]).current()
    let parts = DateComponents(year: 2030, month: 1, day: 1, hour: 12)
    let end = try #require(Calendar(identifier: .gregorian).date(from: parts))
    #expect(token.renewal == Int64(end.timeIntervalSince1970) - 300)
    let arguments = try String(contentsOfFile: folder + "/arguments", encoding: .utf8)
    #expect(arguments.hasSuffix(" --tenant tenant-1\n"))
  }

  @Test(
    "its failures are shown in its words, on one line",
    arguments: [
      (
        "echo 'WARNING: x' >&2; echo \"ERROR: Please run 'az login' to setup account.\" >&2; exit 1",
        "Please run 'az login' to setup account."
      ),
      ("exit 2", "'az' failed"), ("echo no json", "'az' printed no token with its end"),
      ("echo '{}'", "'az' printed no token with its end"),
      ("kill -9 $$", "'az' failed"),
    ])
  func failures(script: String, message: String) async throws {
    let folder = try folder(script)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let credential = try await credential(folder)
    let error = await #expect(throws: AzureIdentityError.self) { try await credential.current() }
    #expect(error?.description == "Azure sign-in by Azure CLI was refused: \(message)")
    #expect(error?.hint == "run 'az login'")
  }

  @Test(
    "one that hangs is killed, at the end of the run at the latest, and is no refusal",
    arguments: [
      (Duration.milliseconds(500), nil, "'az' did not end within 500 ms", "waits for"),
      (.seconds(60), Duration.milliseconds(1500), "'az' did not end within 1.", "--timeout"),
      (.seconds(60), .zero, "no time was left for 'az'", "--timeout"),
    ])
  func hanging(timeout: Duration, left: Duration?, message: String, hint: String) async throws {
    let folder = try folder("sleep 600")
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let source = AzureCLISource(
      program: folder + "/az", tenant: nil, subscription: nil,
      environment: ["PATH": "/usr/bin:/bin"], clock: FixedClock(),
      deadline: left.map { ContinuousClock.now.advanced(by: $0) }, timeout: timeout)
    let error = await #expect(throws: AzureIdentityError.self) {
      try await source.token(for: "r", claims: nil)
    }
    #expect(
      error?.description.hasPrefix("Azure sign-in by Azure CLI was not possible: \(message)")
        == true, "\(error.debugDescription)")
    #expect(error?.hint?.contains(hint) == true)
  }

  @Test("its refusal names an application that is half configured, which may have been meant")
  func halfConfigured() async throws {
    let folder = try folder("echo \"ERROR: Please run 'az login'.\" >&2; exit 1")
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let variables = ["AZURE_TENANT_ID": "t", "AZURE_CLIENT_ID": "c"]
    let credential = try await credential(folder, variables)
    let error = await #expect(throws: AzureIdentityError.self) { try await credential.current() }
    #expect(
      error?.description == "Azure sign-in by Azure CLI was refused: Please run 'az login'. "
        + "(AZURE_TENANT_ID and AZURE_CLIENT_ID are set, but not one of AZURE_CLIENT_SECRET, "
        + "AZURE_CLIENT_CERTIFICATE_PATH, AZURE_FEDERATED_TOKEN_FILE)")
  }

  @Test("a program in the project's own folder is not taken for it, and it can be switched off")
  func search() async throws {
    let folder = try folder("exit 0")
    defer { try? FileManager.default.removeItem(atPath: folder) }
    for variables in [["PATH": ".:bin"], ["PATH": folder, "ARM_USE_CLI": "false"]] {
      let error = await #expect(throws: AzureIdentityError.self) {
        _ = try await credential("/nowhere", variables)
      }
      guard case .notConfigured? = error else {
        Issue.record("\(error.debugDescription)")
        return
      }
    }
  }
}
