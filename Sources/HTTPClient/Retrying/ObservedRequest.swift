/// A request as a log may show it.
public struct ObservedRequest: Sendable, Hashable {
  /// The method.
  public let method: HTTPMethod
  /// The URL without user information.
  public let url: String
  /// The header fields, the values of all but harmless ones replaced by `<redacted>`.
  public let headers: HTTPHeaders
  /// The size of the content in bytes.
  public let size: Int

  init(_ request: HTTPRequest) {
    method = request.method
    url = HeaderRedaction.withoutUserInformation(request.url)
    headers = HeaderRedaction.redacted(request.headers)
    size = request.body?.count ?? 0
  }
}
