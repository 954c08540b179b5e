public import HTTPClient
import JSONDocuments

extension AzureCloud {
  /// The cloud that the variables mean.
  ///
  /// `AZURE_RESOURCE_MANAGER_URL` names Resource Manager; else the document at
  /// `ARM_CLOUD_METADATA_URL` does, which is read without any secret; else `ARM_ENVIRONMENT` names
  /// the cloud. `AZURE_AUTHORITY_HOST` names the sign-in service in each case.
  ///
  /// - Throws: ``AzureIdentityError`` for a variable that cannot be understood, and when the
  ///   document cannot be read.
  public static func resolved(
    from variables: AzureVariables, transport: any HTTPTransport
  ) async throws(AzureIdentityError) -> AzureCloud {
    var cloud = try environment(variables)
    if let url = variables.first("AZURE_RESOURCE_MANAGER_URL") {
      let manager = try variables.address(url)
      let known = AzureCloud.known.first { $0.resourceManager.server.host == manager.server.host }
      cloud = (known ?? cloud).replacing(resourceManager: manager)
    } else if let url = variables.first("ARM_CLOUD_METADATA_URL") {
      cloud = try await described(at: url, variables, cloud, transport)
    }
    if let host = variables.first("AZURE_AUTHORITY_HOST") {
      // Azure's own tools take the host alone as well.
      let text = host.text.contains("://") ? host.text : "https://" + host.text
      cloud = cloud.replacing(
        authority: try variables.address(
          AzureVariables.Value(name: host.name, text: text, isFromFile: host.isFromFile)))
    }
    return cloud
  }

  private static func environment(
    _ variables: AzureVariables
  ) throws(AzureIdentityError) -> AzureCloud {
    guard let name = variables.first("ARM_ENVIRONMENT") else { return global }
    guard let cloud = named(name.text) else {
      throw .invalid(
        variable: variables.label(name),
        problem: "'\(ForeignText.presentable(name.text))' is none of public, usgovernment, china")
    }
    return cloud
  }

  /// Reads the list of clouds that an Azure Stack or a private cloud publishes about itself.
  private static func described(
    at url: AzureVariables.Value, _ variables: AzureVariables, _ fallback: AzureCloud,
    _ transport: any HTTPTransport
  ) async throws(AzureIdentityError) -> AzureCloud {
    let address = try variables.address(url)
    let response: HTTPResponse
    do throws(TransportError) {
      response = try await transport.send(
        HTTPRequest(.get, address.text, headers: ["Accept": "application/json"]))
    } catch {
      throw .metadataUnreachable(variable: url.name, error)
    }
    guard response.status == 200, let document = try? JSON(parsing: response.body),
      let entry = entry(
        in: document, for: address.server, variables.first("ARM_ENVIRONMENT")?.text),
      let manager = entry["resourceManager"]?.string,
      let authority = entry["authentication"]?["loginEndpoint"]?.string
    else {
      throw .invalidMetadata(variable: variables.label(url), status: response.status)
    }
    // Who names the document names the addresses in it.
    func named(_ text: String) throws(AzureIdentityError) -> AzureAddress {
      try variables.address(
        AzureVariables.Value(name: url.name, text: text, isFromFile: url.isFromFile))
    }
    return fallback.replacing(
      resourceManager: try named(manager), authority: try named(authority))
  }

  private static func entry(
    in document: JSON, for server: ServerURL, _ name: String?
  ) -> JSON? {
    let entries = document.array ?? [document]
    let sameHost = entries.first { entry in
      entry["resourceManager"]?.string.flatMap { try? ServerURL(parsing: $0) }?.host == server.host
    }
    let sameName = entries.first { $0["name"]?.string?.lowercased() == name?.lowercased() }
    return sameHost ?? sameName ?? (entries.count == 1 ? entries.first : nil)
  }
}
