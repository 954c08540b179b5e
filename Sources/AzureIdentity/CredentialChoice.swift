import HTTPClient
import Subprocess

/// Finds the way of signing in that is configured.
struct CredentialChoice {
  let variables: AzureVariables
  let cloud: AzureCloud
  let transport: any HTTPTransport
  let clock: any RetryClock
  /// The end of the run; nil when it may take as long as it takes.
  var deadline: ContinuousClock.Instant?
  /// Where a virtual machine asks for its identity.
  let machineService: String

  /// The first way that the variables configure; nil when they say nothing.
  func configured() throws(AzureIdentityError) -> (any TokenSource)? {
    if let source = try secret() { return source }
    if let source = try certificate() { return source }
    if let source = try workload() { return source }
    if let source = try gitHub() { return source }
    if let source = try appService() { return source }
    if let source = try azureML() { return source }
    return isMachineAnnounced ? try machine() : nil
  }

  /// `az`, when it is there.
  func commandLine() throws(AzureIdentityError) -> (any TokenSource)? {
    guard commandLineSwitch == nil, let program = commandLineProgram else { return nil }
    return AzureCLISource(
      program: program, tenant: try name(tenant), subscription: try name(subscription),
      gap: client == nil ? nil : gap,
      environment: variables.environment, clock: clock, deadline: deadline)
  }

  /// The variable that leaves `az` out, when it does.
  var commandLineSwitch: AzureVariables.Value? {
    guard let choice = variables.first("ARM_USE_CLI"), choice.text.lowercased() == "false" else {
      return nil
    }
    return choice
  }

  /// The path of `az`, when it is there.
  var commandLineProgram: String? {
    try? ProgramPath.find("az", in: variables.environment["PATH"] ?? "")
  }

  private var tenant: AzureVariables.Value? {
    variables.first("AZURE_TENANT_ID", "ARM_TENANT_ID")
  }
  private var client: AzureVariables.Value? {
    variables.first("AZURE_CLIENT_ID", "ARM_CLIENT_ID")
  }
  private var subscription: AzureVariables.Value? {
    variables.first("AZURE_SUBSCRIPTION_ID", "ARM_SUBSCRIPTION_ID")
  }

  private func secret() throws(AzureIdentityError) -> (any TokenSource)? {
    guard let secret = variables.first("AZURE_CLIENT_SECRET", "ARM_CLIENT_SECRET") else {
      return nil
    }
    return try application(.clientSecret, secret, .secret(Secret(secret.text)))
  }

  private func certificate() throws(AzureIdentityError) -> (any TokenSource)? {
    guard
      let path = variables.first("AZURE_CLIENT_CERTIFICATE_PATH", "ARM_CLIENT_CERTIFICATE_PATH")
    else { return nil }
    let password = variables.first(
      "AZURE_CLIENT_CERTIFICATE_PASSWORD", "ARM_CLIENT_CERTIFICATE_PASSWORD")
    let bytes = try CredentialFile.read(path.text, variable: path.name)
    let certificate: ApplicationCertificate
    do throws(CertificateProblem) {
      certificate = try ApplicationCertificate(bytes, password: password.map { Secret($0.text) })
    } catch {
      throw .unusableFile(variable: path.name, path: path.text, reason: error.message)
    }
    let sendsChain = variables.isTrue("AZURE_CLIENT_SEND_CERTIFICATE_CHAIN")
    return try application(
      .clientCertificate, path, .certificate(certificate, sendsChain: sendsChain))
  }

  private func workload() throws(AzureIdentityError) -> (any TokenSource)? {
    if let token = variables.first("ARM_OIDC_TOKEN") {
      return try application(.workloadIdentity, token, .token(Secret(token.text)))
    }
    guard let path = variables.first("AZURE_FEDERATED_TOKEN_FILE", "ARM_OIDC_TOKEN_FILE_PATH")
    else { return nil }
    return try application(
      .workloadIdentity, path, .file(path: path.text, variable: path.name))
  }

  /// GitHub sets its variables for every workflow that may ask for a token, also for one that signs
  /// in by other means: so they count only with an application and a tenant.
  private func gitHub() throws(AzureIdentityError) -> (any TokenSource)? {
    guard tenant != nil, client != nil,
      let url = variables.first("ACTIONS_ID_TOKEN_REQUEST_URL", "ARM_OIDC_REQUEST_URL"),
      let secret = variables.first("ACTIONS_ID_TOKEN_REQUEST_TOKEN", "ARM_OIDC_REQUEST_TOKEN")
    else { return nil }
    let address = try variables.address(url)
    try variables.check(address, forSecretFromFile: secret.isFromFile)
    let request = GitHubTokenRequest(
      address: address, secret: Secret(secret.text), audience: cloud.federatedAudience)
    return try application(.gitHubOIDC, secret, .gitHub(request))
  }

  /// An application that signs in with a proof; `value` is what configured it.
  private func application(
    _ kind: CredentialKind, _ value: AzureVariables.Value, _ proof: ClientProof
  ) throws(AzureIdentityError) -> EntraTokenSource {
    guard let tenant = try name(tenant), let client = try name(client) else {
      let missing = [
        tenant == nil ? "AZURE_TENANT_ID" : nil, client == nil ? "AZURE_CLIENT_ID" : nil,
      ]
      throw .incomplete(variable: variables.label(value), missing: missing.compactMap { $0 })
    }
    // Whoever writes a path into `.env` need not be the one whose secret is there: CI keeps its own
    // at paths that are well known.
    let isFromFile = value.isFromFile && !proof.isInFile
    try variables.check(cloud.authority, forSecretFromFile: isFromFile)
    let base = String(cloud.authority.server.description)
    return EntraTokenSource(
      kind: kind, isFromFile: isFromFile, endpoint: "\(base)/\(tenant)/oauth2/v2.0/token",
      client: client, proof: proof, transport: transport, clock: clock)
  }

  /// The text of an identifier, which stands in addresses and arguments of programs.
  private func name(_ value: AzureVariables.Value?) throws(AzureIdentityError) -> String? {
    guard let value else { return nil }
    let isName = value.text.utf8.allSatisfy { byte in
      (48...57).contains(byte) || (65...90).contains(byte & ~0x20) || "-.".utf8.contains(byte)
    }
    guard isName, value.text.first != "-", value.text != ".." else {
      throw .invalid(
        variable: variables.label(value), problem: "holds more than letters, digits, '-' and '.'")
    }
    return value.text
  }
}
