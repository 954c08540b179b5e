public import AzureIdentity
public import HTTPClient

/// What governs requests to Azure Resource Manager beside the credential.
public struct ResourceManagerSettings: Sendable, Hashable {
  /// The version of the API that requests ask for.
  public var apiVersion = "2025-12-01"
  /// Hosts beside Resource Manager's own to which a list may lead.
  public var allowedHosts = AllowedHosts()

  /// The defaults.
  public init() {}

  /// Reads `AZUREML_API_VERSION`.
  ///
  /// - Throws: `AzureIdentityError.invalid` for a text that is no version.
  public init(
    _ variables: AzureVariables, allowedHosts: AllowedHosts = AllowedHosts()
  ) throws(AzureIdentityError) {
    self.allowedHosts = allowedHosts
    guard let value = variables.first("AZUREML_API_VERSION") else { return }
    guard value.text.wholeMatch(of: /[0-9]{4}-[0-9]{2}-[0-9]{2}(-[A-Za-z]+)?/) != nil else {
      throw .invalid(variable: value.name, problem: "is not of the form 2025-12-01")
    }
    apiVersion = value.text
  }
}
