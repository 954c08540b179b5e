import HTTPClient

/// The identities that a platform gives to the machine that we run on.
extension CredentialChoice {
  func appService() throws(AzureIdentityError) -> (any TokenSource)? {
    guard let url = variables.first("IDENTITY_ENDPOINT"),
      let secret = variables.first("IDENTITY_HEADER")
    else { return nil }
    return ManagedIdentitySource(
      kind: .appServiceIdentity, isFromFile: secret.isFromFile,
      address: try checked(url, secret), version: "2019-08-01",
      header: ("X-IDENTITY-HEADER", Secret(secret.text)), client: identity("client_id"),
      transport: transport, clock: clock)
  }

  func azureML() throws(AzureIdentityError) -> (any TokenSource)? {
    guard let url = variables.first("MSI_ENDPOINT"), let secret = variables.first("MSI_SECRET")
    else { return nil }
    return ManagedIdentitySource(
      kind: .azureMLIdentity, isFromFile: secret.isFromFile,
      address: try checked(url, secret), version: "2017-09-01",
      header: ("secret", Secret(secret.text)),
      client: identity("clientid", "DEFAULT_IDENTITY_CLIENT_ID"), transport: transport,
      clock: clock)
  }

  /// Whether a variable says that this is a virtual machine with an identity.
  var isMachineAnnounced: Bool {
    variables.isTrue("ARM_USE_MSI") || variables.first("AZURE_POD_IDENTITY_AUTHORITY_HOST") != nil
  }

  func machine() throws(AzureIdentityError) -> ManagedIdentitySource {
    var text = machineService
    var source: AzureVariables.Value?
    if let host = variables.first("AZURE_POD_IDENTITY_AUTHORITY_HOST") {
      text = host.text
      source = host
    }
    while text.last == "/" { text.removeLast() }
    let value = AzureVariables.Value(
      name: source?.name ?? "", text: text + "/metadata/identity/oauth2/token",
      isFromFile: source?.isFromFile ?? false)
    let address = try variables.address(value)
    if source != nil { try variables.check(address, forSecretFromFile: false) }
    return ManagedIdentitySource(
      kind: .virtualMachineIdentity, isFromFile: false, address: address, version: "2018-02-01",
      header: ("Metadata", Secret("true")), client: identity("client_id"), transport: transport,
      clock: clock)
  }

  private func checked(
    _ url: AzureVariables.Value, _ secret: AzureVariables.Value
  ) throws(AzureIdentityError) -> AzureAddress {
    let address = try variables.address(url)
    try variables.check(address, forSecretFromFile: secret.isFromFile)
    return address
  }

  private func identity(_ item: String, _ other: String? = nil) -> (name: String, id: String)? {
    let id = variables.first("AZURE_CLIENT_ID", "ARM_CLIENT_ID")
    return (id ?? other.flatMap { variables.first($0) }).map { (item, $0.text) }
  }
}
