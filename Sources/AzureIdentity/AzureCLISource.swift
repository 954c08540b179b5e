import HTTPClient
import JSONDocuments
import Subprocess

/// Asks the program `az`, in which somebody has signed in.
struct AzureCLISource: TokenSource {
  let program: String
  let tenant: String?
  let subscription: String?
  /// What is begun of another way of signing in, which may be the one that was meant.
  var gap: SignInGap?
  let environment: [String: String]
  let clock: any RetryClock
  /// The end of the run; nil when it may take as long as it takes.
  var deadline: ContinuousClock.Instant?
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
    let left = deadline.map { ContinuousClock.now.duration(to: $0) } ?? timeout
    call.timeout = min(timeout, left)
    guard left > .zero else { throw late("no time was left for 'az'", isEndOfRun: true) }
    do throws(ProgramError) {
      return try await call.run()
    } catch {
      guard case .timedOut(_, let limit) = error else {
        throw .rejected(kind, status: nil, code: nil, message: error.description)
      }
      throw late("'az' did not end within \(limit.inSeconds)", isEndOfRun: left < timeout)
    }
  }

  /// A program that does not end says as little about the sign-in as a server that does not answer.
  private func late(_ message: String, isEndOfRun: Bool) -> AzureIdentityError {
    let hint =
      isEndOfRun
      ? TransportError.endOfRunHint : "see what 'az account get-access-token' waits for"
    return .unreachable(kind, TransportError(.timedOut, message, hint: hint))
  }

  /// The first line of what `az` says, without the word that begins it.
  private func refusal(_ errors: [UInt8]) -> AzureIdentityError {
    let lines = String(decoding: errors, as: UTF8.self).split(whereSeparator: \.isNewline)
    let line = lines.first { $0.hasPrefix("ERROR: ") }?.dropFirst(7) ?? lines.last ?? ""
    let text = ForeignText.presentable(String(line))
    let message = text.isEmpty ? "'az' failed" : text
    return .rejected(
      kind, status: nil, code: nil, message: gap?.clause.map { "\(message) (\($0))" } ?? message)
  }
}
