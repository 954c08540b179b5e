import JSONDocuments

/// What a fault puts in place of the catalog's answer.
extension Fault {
  /// The answer, and whether the catalog still carries out the request; nil when it answers itself.
  var substitute: (response: ServerResponse, isPerformed: Bool)? {
    switch self {
    case .status(let status, let message, let retryAfter, let isPerformed):
      var response = ServerResponse.failure(status, message ?? "A fault with status \(status)")
      response.headers.append(("WWW-Authenticate", "om-auth"))
      if let retryAfter { response.headers.append(("Retry-After", String(retryAfter))) }
      return (response, isPerformed)
    case .html(let status, let isPerformed):
      let page =
        "<!DOCTYPE html>\n<html><head><title>\(status)</title></head>"
        + "<body><h1>\(status)</h1><p>The proxy has no answer.</p></body></html>\n"
      return (
        ServerResponse(
          status: status, headers: [("Content-Type", "text/html; charset=utf-8")],
          body: Array(page.utf8)), isPerformed
      )
    case .expiredToken:
      var response = ServerResponse.failure(401, "Expired token!")
      response.headers.append(("WWW-Authenticate", "om-auth"))
      return (response, false)
    case .reset(let isPerformed):
      return (ServerResponse(status: 500, delivery: .reset), isPerformed)
    default: return nil
    }
  }

  /// How the transfer of the answer is spoilt; nil when it is not.
  var delivery: Delivery? {
    switch self {
    case .truncate(let bytes): .truncated(bytes: bytes)
    case .drip(let rate): .dripped(bytesPerSecond: rate)
    default: nil
    }
  }
}
