import HTTPClient

/// One of the clouds: where its Resource Manager and its sign-in service are.
public struct AzureCloud: Sendable, Hashable {
  /// What GitHub's token must say that it is for, so that the sign-in service takes it.
  public let federatedAudience: String
  /// Azure Resource Manager; tokens are asked for this address.
  public let resourceManager: AzureAddress
  /// The sign-in service (Microsoft Entra ID).
  public let authority: AzureAddress

  /// Makes a cloud.
  public init(
    resourceManager: AzureAddress, authority: AzureAddress,
    federatedAudience: String = "api://AzureADTokenExchange"
  ) {
    self.resourceManager = resourceManager
    self.authority = authority
    self.federatedAudience = federatedAudience
  }

  /// The cloud of most of the world.
  public static let global = AzureCloud(
    "management.azure.com", "login.microsoftonline.com", "api://AzureADTokenExchange")
  /// The cloud of the government of the USA.
  public static let usGovernment = AzureCloud(
    "management.usgovcloudapi.net", "login.microsoftonline.us", "api://AzureADTokenExchangeUSGov")
  /// The cloud of China, run by 21Vianet.
  public static let china = AzureCloud(
    "management.chinacloudapi.cn", "login.chinacloudapi.cn", "api://AzureADTokenExchangeChina")

  /// The clouds whose addresses are known.
  static let known = [global, usGovernment, china]

  private init(_ manager: String, _ authority: String, _ audience: String) {
    self.init(
      resourceManager: AzureCloud.microsoft(manager), authority: AzureCloud.microsoft(authority),
      federatedAudience: audience)
  }

  private static func microsoft(_ host: String) -> AzureAddress {
    let text = "https://" + host
    guard let server = try? ServerURL(parsing: text) else {
      preconditionFailure("a host of ours is no host: \(host)")
    }
    return AzureAddress(text: text, server: server, source: nil)
  }

  /// The cloud that `ARM_ENVIRONMENT` names, as Terraform or Azure's own tools write it.
  static func named(_ name: String) -> AzureCloud? {
    switch name.lowercased() {
    case "public", "azurecloud", "azurepubliccloud": global
    case "usgovernment", "azureusgovernment", "azureusgovernmentcloud": usGovernment
    case "china", "azurechinacloud": china
    default: nil
    }
  }

  /// The same cloud with other addresses.
  func replacing(
    resourceManager: AzureAddress? = nil, authority: AzureAddress? = nil
  ) -> AzureCloud {
    AzureCloud(
      resourceManager: resourceManager ?? self.resourceManager,
      authority: authority ?? self.authority, federatedAudience: federatedAudience)
  }
}
