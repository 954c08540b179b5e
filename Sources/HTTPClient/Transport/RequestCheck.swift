/// What must hold before a request reaches libcurl.
enum RequestCheck {
  /// The server of a request's URL.
  ///
  /// - Throws: ``TransportError`` for a URL or a header field that cannot be sent as it is.
  static func server(of request: HTTPRequest) throws(TransportError) -> ServerURL {
    for field in request.headers.fields {
      guard HeaderSyntax.isName(field.name) else {
        throw TransportError(.invalidHeader, "a header field has an invalid name")
      }
      guard HeaderSyntax.isValue(field.value) else {
        throw TransportError(
          .invalidHeader, "the header field \(field.name) holds a control character")
      }
    }
    guard request.url.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
      throw TransportError(.invalidURL, "the URL is not percent-encoded")
    }
    do throws(ServerURLError) {
      return try ServerURL(parsing: origin(of: request.url))
    } catch {
      throw TransportError(.invalidURL, error.message)
    }
  }

  /// The URL up to its path: paths and queries of requests may hold more than a server's address.
  private static func origin(of url: String) -> String {
    guard let separator = url.firstRange(of: "://") else { return url }
    let rest = url[separator.upperBound...]
    let end = rest.firstIndex { $0 == "/" || $0 == "?" } ?? url.endIndex
    return String(url[..<end])
  }
}
