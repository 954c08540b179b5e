import HTTPClient

/// The MLflow endpoint of a workspace, from the property `mlFlowTrackingUri`.
struct WorkspaceMLflowAddress {
  /// The server with the path of the workspace.
  let server: ServerURL

  /// Hosts of Microsoft's own under which regions and private links have theirs.
  private static let domains = [".api.azureml.ms", ".api.ml.azure.us", ".api.ml.azure.cn"]

  /// Reads a URI; `azureml://` means https.
  ///
  /// The URI comes from a resource that others may write, and a token follows it: so its host must
  /// be Microsoft's, that of Resource Manager, this machine, or one that the operator allowed.
  ///
  /// - Throws: ``Unread``.
  init(
    _ uri: String, resourceManager: ServerURL, allowedHosts: AllowedHosts
  ) throws(Unread) {
    guard let separator = uri.firstRange(of: "://"),
      ["azureml", "https"].contains(uri[..<separator.lowerBound].lowercased()),
      // Microsoft's own client asks for v2.0 where the workspace says v1.0.
      let server = try? ServerURL(
        parsing: "https://"
          + uri[separator.upperBound...].replacing("/mlflow/v1.0/", with: "/mlflow/v2.0/"))
    else { throw Unread("the workspace's mlFlowTrackingUri is no address") }
    let isResourceManager =
      (server.host, server.port) == (resourceManager.host, resourceManager.port)
    let isMicrosoft =
      server.port == 443 && Self.domains.contains { server.host.hasSuffix($0) }
    guard
      isResourceManager || isMicrosoft || server.isLoopback || allowedHosts.contains(server)
    else {
      throw Unread(
        "the token is not sent to \(server.authority), the workspace's MLflow endpoint; "
          + "MLCATALOG_ALLOWED_HOSTS can allow it")
    }
    self.server = server
  }
}
