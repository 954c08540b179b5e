/// The ways of signing in, in the order in which they are looked for.
public enum CredentialKind: String, Sendable, Hashable, CaseIterable {
  case clientSecret = "client secret"
  case clientCertificate = "client certificate"
  case workloadIdentity = "workload identity"
  case gitHubOIDC = "GitHub OIDC"
  case appServiceIdentity = "managed identity (App Service)"
  case azureMLIdentity = "managed identity (Azure ML)"
  case virtualMachineIdentity = "managed identity (IMDS)"
  case azureCLI = "Azure CLI"
}
