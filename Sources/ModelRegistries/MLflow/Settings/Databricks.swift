import HTTPClient

/// What tells a workspace of Databricks from other servers.
enum Databricks {
  /// The domains under which workspaces are, on each of the three clouds.
  private static let domains = [
    ".azuredatabricks.net", ".cloud.databricks.com", ".gcp.databricks.com", ".databricks.azure.us",
    ".databricks.azure.cn",
  ]

  /// Whether a server is one by its name.
  static func isWorkspace(_ server: ServerURL) -> Bool {
    domains.contains { server.host.hasSuffix($0) }
  }
}
