import CCurl
import Glibc

/// What went wrong, in words for people.
extension CurlTransfer {
  /// The error for a code of libcurl.
  func failure(_ code: CURLcode) -> TransportError {
    let (kind, message, hint) = explanation(code)
    return TransportError(kind, message, hint: hint, mayHaveBeenSent: hasSentAnything)
  }

  /// Counts a `CONNECT` to a proxy too, which errs on the safe side.
  private var hasSentAnything: Bool {
    var bytes = 0
    _ = mlcatalog_curl_get_long(handle, CURLINFO_REQUEST_SIZE, &bytes)
    return bytes > 0
  }

  private var isConnected: Bool {
    var microseconds: curl_off_t = 0
    let item = server.isSecure ? CURLINFO_APPCONNECT_TIME_T : CURLINFO_CONNECT_TIME_T
    _ = mlcatalog_curl_get_offset(handle, item, &microseconds)
    return microseconds > 0 || hasSentAnything
  }

  private func explanation(_ code: CURLcode) -> (TransportError.Kind, String, hint: String?) {
    let place = server.authority
    switch code {
    case CURLE_ABORTED_BY_CALLBACK:
      return (.cancelled, "the request to \(place) was cancelled", nil)
    case CURLE_COULDNT_RESOLVE_HOST:
      return (.unresolvableHost, "no address is known for \(server.host)", nil)
    case CURLE_COULDNT_RESOLVE_PROXY:
      return (.unresolvableHost, "no address is known for the proxy to \(place)", proxyHint)
    case CURLE_COULDNT_CONNECT:
      return (.refused, "no connection to \(place)\(systemReason)", nil)
    case CURLE_OPERATION_TIMEDOUT:
      return (.timedOut, timeoutMessage, timeoutHint)
    case CURLE_WRITE_ERROR where isTooLarge:
      return (.tooLarge, "the answer of \(place) is larger than \(sizeLimit) bytes", nil)
    case CURLE_PARTIAL_FILE:
      return (.connectionLost, "the connection to \(place) ended in the middle of the answer", nil)
    case CURLE_GOT_NOTHING, CURLE_SEND_FAIL_REWIND:
      return (.connectionLost, "\(place) closed the connection without an answer", nil)
    case CURLE_BAD_CONTENT_ENCODING:
      return (.notHTTP, "the answer of \(place) is compressed in a broken way", nil)
    case CURLE_UNSUPPORTED_PROTOCOL, CURLE_WEIRD_SERVER_REPLY:
      return (.notHTTP, "\(place) does not answer in HTTP", nil)
    case CURLE_URL_MALFORMAT:
      return (.invalidURL, "the URL for \(place) is malformed", nil)
    case CURLE_PROXY:
      return (
        .proxyRefused, "the proxy did not connect to \(place): \(reason("refused"))", proxyHint
      )
    case CURLE_RECV_ERROR where detail.contains("CONNECT"):
      return (
        .proxyRefused, "the proxy did not connect to \(place): \(reason("refused"))", proxyHint
      )
    case CURLE_SSL_CONNECT_ERROR, CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CACERT_BADFILE,
      CURLE_SSL_CERTPROBLEM, CURLE_SSL_CIPHER, CURLE_SSL_ISSUER_ERROR, CURLE_SSL_CRL_BADFILE:
      return (.insecure, "no secure connection to \(place): \(reason("TLS failed"))", trustHint)
    default:
      let text = String(cString: curl_easy_strerror(code))
      return (.connectionLost, "the connection to \(place) broke: \(reason(text))", nil)
    }
  }

  /// Why the system made no connection, such as `: connection refused`; empty when it is unknown.
  private var systemReason: String {
    var number = 0
    _ = mlcatalog_curl_get_long(handle, CURLINFO_OS_ERRNO, &number)
    guard number != 0 else { return "" }
    return ": " + String(cString: strerror(Int32(clamping: number))).lowercased()
  }

  private func reason(_ fallback: String) -> String { detail.isEmpty ? fallback : detail }

  private var timeoutMessage: String {
    if isConnected { return "no whole answer from \(server.authority) within \(timeout.inSeconds)" }
    let limit = min(timeout, connectTimeout)
    return "no connection to \(server.authority) within \(limit.inSeconds)"
  }

  /// What allows more time; nil when there was no connection in a time that is long enough for one.
  private var timeoutHint: String? {
    if isLastOfRun, isConnected || timeout < connectTimeout { return TransportError.endOfRunHint }
    return isConnected
      ? "OPENMETADATA_CLIENT_TIMEOUT allows a request more than \(timeout.inSeconds)" : nil
  }

  private var proxyHint: String { "see HTTPS_PROXY, http_proxy and NO_PROXY" }

  /// What helps depends on what OpenSSL found.
  private var trustHint: String? {
    let detail = detail.lowercased()
    if detail.contains("self-signed") || detail.contains("self signed")
      || detail.contains("local issuer")
    {
      return "let \(trustVariable) or SSL_CERT_FILE name a PEM file with the issuer"
    }
    if detail.contains("expired") || detail.contains("not yet valid") {
      return "the server needs another certificate, or this machine's clock is wrong"
    }
    if detail.contains("subject name") || detail.contains("subjectaltname") {
      return "use a host name that the certificate was made for"
    }
    if detail.contains("wrong version number") {
      return "the server may speak plain http on this port"
    }
    return nil
  }
}
