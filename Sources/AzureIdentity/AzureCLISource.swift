import HTTPClient
import JSONDocuments
import Subprocess

/// Asks the program `az`, in which somebody has signed in.
struct AzureCLISource: TokenSource {
  let program: String
  let tenant: String?
  let subscription: String?
  let environment: [String: String]
  let clock: any RetryClock
  var timeout: Duration = .seconds(60)

  var kind: CredentialKind { .azureCLI }
  var isFromFile: Bool { false }
  var secrets: [Secret] { [] }

  /// Variables that hold secrets of ours for others than Azure.
  private static let withheld = ["OPENMETADATA_", "MLFLOW_", "MLCATALOG_"]

  func token(
    for resource: String, claims: String?
  ) async throws(AzureIdentityError) -> AccessToken {
    if claims != nil {
      throw .rejected(
        kind, status: nil, code: nil,
        message: "Azure demands a new sign-in, which 'az' cannot give by itself")
    }
    let result = try await run(resource)
    guard result.ending == .exited(0) else { throw refusal(result.errors) }
    guard let document = try? JSON(parsing: result.output),
      let text = document["accessToken"]?.string, TokenExchange.isToken(text),
      let end = document["expires_on"].flatMap(TokenLifetime.seconds)
        ?? document["expiresOn"]?.string.flatMap(TokenLifetime.localMoment)
    else {
      throw .rejected(kind, status: nil, code: nil, message: "'az' printed no token with its end")
    }
    let now = clock.secondsSince1970
    return AccessToken(Secret(text), now: now, lifetime: max(0, end) - now)
  }

  private func run(_ resource: String) async throws(AzureIdentityError) -> ProgramResult {
    var arguments = ["account", "get-access-token", "--output", "json", "--resource", resource]
    // `az` takes one of them only.
    if let tenant {
      arguments += ["--tenant", tenant]
    } else if let subscription {
      arguments += ["--subscription", subscription]
    }
    var environment = environment.filter { variable in
      !AzureCLISource.withheld.contains { variable.key.hasPrefix($0) }
    }
    environment["AZURE_CORE_NO_COLOR"] = "true"
    var call = ProgramCall(program, arguments, environment: environment)
    call.timeout = timeout
    do throws(ProgramError) {
      return try await call.run()
    } catch {
      throw .rejected(kind, status: nil, code: nil, message: error.description)
    }
  }

  /// The first line of what `az` says, without the word that begins it.
  private func refusal(_ errors: [UInt8]) -> AzureIdentityError {
    let lines = String(decoding: errors, as: UTF8.self).split(whereSeparator: \.isNewline)
    let line = lines.first { $0.hasPrefix("ERROR: ") }?.dropFirst(7) ?? lines.last ?? ""
    let message = ForeignText.presentable(String(line))
    return .rejected(
      kind, status: nil, code: nil, message: message.isEmpty ? "'az' failed" : message)
  }
}
