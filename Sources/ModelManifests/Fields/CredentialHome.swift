import Diagnostics

/// Where what people write into files to sign in somewhere belongs.
enum CredentialHome: Sendable {
  case openMetadata, mlflow, azureML
  /// Either of the registries.
  case registries

  private static let names: Set<String> = ["user", "username", "login", "clientid", "tenantid"]

  /// Where what a key says belongs; nil for a key that says nothing about signing in.
  func hint(for key: String) -> String? {
    let isOfRegistry = self != .openMetadata && Self.names.contains(key.lowercased())
    return SecretKeys.contains(key) || isOfRegistry ? hint : nil
  }

  private var hint: String {
    switch self {
    case .openMetadata:
      "a token belongs into OPENMETADATA_JWT_TOKEN, in the environment or in a `.env` that is "
        + "not committed"
    case .mlflow:
      "set MLFLOW_TRACKING_USERNAME and MLFLOW_TRACKING_PASSWORD, or MLFLOW_TRACKING_TOKEN, in the "
        + "environment"
    case .azureML:
      "set AZURE_TENANT_ID, AZURE_CLIENT_ID and AZURE_CLIENT_SECRET in the environment, or sign in "
        + "with `az login`"
    case .registries:
      "credentials belong into the environment: MLFLOW_TRACKING_TOKEN for MLflow, "
        + "AZURE_CLIENT_SECRET for Azure ML"
    }
  }
}
