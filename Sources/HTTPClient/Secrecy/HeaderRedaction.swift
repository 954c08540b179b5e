/// Keeps what a log shows of a request free of credentials.
enum HeaderRedaction {
  /// The fields whose values are harmless; any other might carry a credential.
  private static let harmless: Set<String> = [
    "accept", "accept-encoding", "cache-control", "connection", "content-encoding",
    "content-length", "content-type", "date", "etag", "if-match", "retry-after", "server",
    "transfer-encoding", "user-agent", "vary", "x-openmetadata-change",
  ]

  static func redacted(_ headers: HTTPHeaders) -> HTTPHeaders {
    HTTPHeaders(
      headers.fields.map { field in
        harmless.contains(field.name.lowercased())
          ? field : HTTPHeaders.Field(name: field.name, value: "<redacted>")
      })
  }

  /// The URL without what stands before `@` in its authority.
  static func withoutUserInformation(_ url: String) -> String {
    guard let separator = url.firstRange(of: "://") else { return url }
    let rest = url[separator.upperBound...]
    let end = rest.firstIndex { "/?#".contains($0) } ?? url.endIndex
    guard let at = rest[..<end].lastIndex(of: "@") else { return url }
    return String(url[..<separator.upperBound]) + String(rest[rest.index(after: at)...])
  }
}
