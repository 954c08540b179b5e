public import HTTPClient

/// The address of a service, and who named it.
public struct AzureAddress: Sendable, Hashable {
  /// The whole address as it was given; it may have a query.
  public let text: String
  /// The server that it leads to.
  public let server: ServerURL
  /// The variable that named it; nil for one of Microsoft's own, which is always trusted.
  public let source: AzureVariables.Value?

  /// Makes an address.
  public init(text: String, server: ServerURL, source: AzureVariables.Value?) {
    self.text = text
    self.server = server
    self.source = source
  }

  /// The address followed by another item of its query, whether it has one already or not.
  func adding(_ query: String) -> String {
    if text.hasSuffix("?") || text.hasSuffix("&") { return text + query }
    return text + (text.contains("?") ? "&" : "?") + query
  }
}
