extension HTTPServer {
  /// Why a request is refused by its head alone, before any of its body is taken.
  ///
  /// libmicrohttpd answers what it refuses itself in HTML, and has no way to change that; so it is
  /// set to be lenient wherever the same can be refused here.
  func refusal(of exchange: Exchange, version: String) -> ServerResponse? {
    refusalOfSize(exchange) ?? refusalOfHeaders(exchange, version: version)
      ?? refusalOfBody(exchange, version: version)
  }

  /// 413.
  var tooLarge: ServerResponse {
    .failure(413, "The request body is larger than \(configuration.maximumBody) bytes")
  }

  private func refusalOfSize(_ exchange: Exchange) -> ServerResponse? {
    guard let target = exchange.rawTarget else {
      return .failure(400, "The request target is not UTF-8")
    }
    if target.utf8.count > configuration.maximumTarget {
      return .failure(414, "The request target is longer than \(configuration.maximumTarget) bytes")
    }
    if exchange.headerSize > configuration.maximumHeaders {
      return .failure(
        431, "The request headers are longer than \(configuration.maximumHeaders) bytes")
    }
    return nil
  }

  private func refusalOfHeaders(_ exchange: Exchange, version: String) -> ServerResponse? {
    if let name = exchange.headers.keys.first(where: { !Self.isToken($0) }) {
      return .failure(400, "The header name '\(name)' holds a character that names cannot hold")
    }
    // Two programs could go by different ones of them (RFC 9112 §3.2 and §6.3).
    for name in ["host", "content-length", "transfer-encoding", "authorization"]
    where exchange.repeatedHeaders.contains(name) {
      return .failure(400, "The header \(name) is there twice")
    }
    if exchange.headers["host"] == nil, version != "HTTP/1.0" {
      return .failure(400, "The header host is missing")
    }
    return nil
  }

  private func refusalOfBody(_ exchange: Exchange, version: String) -> ServerResponse? {
    let length = exchange.headers["content-length"]
    if let coding = exchange.headers["transfer-encoding"] {
      // A proxy in between could take the other of the two for the end of the body (RFC 9112 §6.1).
      if length != nil {
        return .failure(400, "Content-Length and Transfer-Encoding exclude each other")
      }
      if version == "HTTP/1.0" { return .failure(400, "HTTP/1.0 knows no Transfer-Encoding") }
      if coding.lowercased() != "chunked" {
        return .failure(501, "The only Transfer-Encoding known is chunked")
      }
    }
    guard let length else { return nil }
    guard let count = Int(length), count >= 0 else {
      return .failure(400, "The Content-Length is no number")
    }
    guard count > configuration.maximumBody else { return nil }
    // Without the expectation the body comes at once, and closing on it could lose the answer: up
    // to a limit it is taken and dropped, and refused then.
    let isExpected = exchange.headers["expect"] != nil
    return isExpected || count > 4 * configuration.maximumBody ? tooLarge : nil
  }

  /// Whether a name consists of the characters of tokens (RFC 9110 §5.6.2).
  private static func isToken(_ name: String) -> Bool {
    !name.isEmpty
      && name.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
        default: "!#$%&'*+-.^_`|~".utf8.contains(byte)
        }
      }
  }
}
