public import HTTPClient
import JSONDocuments

extension AzureCredential {
  /// The credential that the variables, this machine or `az` offer, in this order.
  ///
  /// A virtual machine's identity that no variable announces is looked for with one request that is
  /// given up after a second, and only used when it gives a token.
  ///
  /// - Parameters:
  ///   - variables: What is set.
  ///   - cloud: The cloud; tokens are for its Resource Manager.
  ///   - transport: What carries the requests.
  ///   - clock: The time.
  ///   - deadline: The end of the run, which `az` does not outlive either; nil for none.
  /// - Throws: ``AzureIdentityError``, before any secret leaves, when what is configured cannot be
  ///   used or when nothing is configured.
  public static func choosing(
    from variables: AzureVariables, cloud: AzureCloud, transport: any HTTPTransport,
    clock: any RetryClock = SystemRetryClock(), deadline: ContinuousClock.Instant? = nil
  ) async throws(AzureIdentityError) -> AzureCredential {
    try await choosing(
      CredentialChoice(
        variables: variables, cloud: cloud, transport: transport, clock: clock, deadline: deadline,
        machineService: "http://169.254.169.254"))
  }

  static func choosing(
    _ choice: CredentialChoice
  ) async throws(AzureIdentityError) -> AzureCredential {
    let resource = choice.cloud.resourceManager.server.description
    let source: any TokenSource
    if let configured = try choice.configured() {
      source = configured
    } else if let machine = try await choice.discoveredMachine(for: resource) {
      source = machine
    } else if let commandLine = try choice.commandLine() {
      source = commandLine
    } else {
      throw .notConfigured(choice.gap)
    }
    // A token is as secret as what it was got with: one got with a secret of the `.env` file may go
    // where that file says, any other may not.
    try choice.variables.check(
      choice.cloud.resourceManager, forSecretFromFile: source.isFromFile)
    return AzureCredential(source, resource: resource, clock: choice.clock)
  }
}

extension CredentialChoice {
  /// This virtual machine's identity; nil when it has none or this is no machine of Azure's.
  fileprivate func discoveredMachine(
    for resource: String
  ) async throws(AzureIdentityError) -> (any TokenSource)? {
    let source = try machine()
    var probe = source.request(for: resource)
    // Without this field the service refuses at once, in words that no other cloud's has.
    probe.headers["Metadata"] = nil
    probe.deadline = clock.now.advanced(by: .seconds(1))
    guard let answer = try? await transport.send(probe), answer.status == 400,
      let document = try? JSON(parsing: answer.body),
      document["error"]?.string == "invalid_request"
    else { return nil }
    let token = try? await source.token(for: resource, claims: nil)
    return token == nil ? nil : source
  }
}
