import CCurl
import Glibc

/// What libcurl is told about a transfer.
extension CurlTransfer {
  func set(_ option: CURLoption, _ value: Int) {
    check(mlcatalog_curl_set_long(handle, option, value))
  }

  func set(_ option: CURLoption, _ value: String?) {
    check(mlcatalog_curl_set_text(handle, option, value))
  }

  private func check(_ code: CURLcode) {
    if failedOption == CURLE_OK { failedOption = code }
  }

  func setAlways() {
    let context = Unmanaged.passUnretained(self).toOpaque()
    check(mlcatalog_curl_set_pointer(handle, CURLOPT_ERRORBUFFER, errorText))
    check(mlcatalog_curl_set_pointer(handle, CURLOPT_WRITEDATA, context))
    check(mlcatalog_curl_set_pointer(handle, CURLOPT_HEADERDATA, context))
    check(mlcatalog_curl_set_pointer(handle, CURLOPT_READDATA, context))
    check(
      mlcatalog_curl_set_callback(handle, CURLOPT_WRITEFUNCTION) { bytes, size, count, context in
        CurlTransfer.of(context)?.take(bytes, size * count) ?? 0
      })
    check(
      mlcatalog_curl_set_callback(handle, CURLOPT_HEADERFUNCTION) { bytes, size, count, context in
        CurlTransfer.of(context)?.takeHeader(bytes, size * count) ?? 0
      })
    check(
      mlcatalog_curl_set_callback(handle, CURLOPT_READFUNCTION) { bytes, size, count, context in
        CurlTransfer.of(context)?.give(bytes, size * count) ?? 0
      })
    check(mlcatalog_curl_allow_http_only(handle))
    set(CURLOPT_NOSIGNAL, 1)
    set(CURLOPT_FOLLOWLOCATION, 0)
    set(CURLOPT_PATH_AS_IS, 1)
    set(CURLOPT_HTTP_VERSION, CURL_HTTP_VERSION_1_1)
    set(CURLOPT_SSLVERSION, CURL_SSLVERSION_TLSv1_2)
    set(CURLOPT_TCP_KEEPALIVE, 1)
    set(CURLOPT_SUPPRESS_CONNECT_HEADERS, 1)
    set(CURLOPT_ACCEPT_ENCODING, "")
    set(CURLOPT_TIMEOUT_MS, max(1, timeout.milliseconds))
    set(CURLOPT_CONNECTTIMEOUT_MS, max(1, min(timeout, connectTimeout).milliseconds))
  }

  func setRequest(_ request: HTTPRequest, _ configuration: TransportConfiguration) {
    set(CURLOPT_URL, request.url)
    set(CURLOPT_USERAGENT, configuration.userAgent)
    if request.method.isWrite {
      set(CURLOPT_CUSTOMREQUEST, request.method.rawValue)
      setSingleSending()
    }
    var headers = request.headers
    headers.fill(from: configuration.extraHeaders)
    // libcurl leaves a field with an empty value out unless it ends in a semicolon.
    var lines = headers.fields.map { $0.value.isEmpty ? "\($0.name);" : "\($0.name): \($0.value)" }
    lines.append("Expect:")
    for line in lines { fields = curl_slist_append(fields, line) }
    check(mlcatalog_curl_set_list(handle, CURLOPT_HTTPHEADER, fields))
  }

  /// Keeps libcurl from repeating a write by itself when a kept connection breaks before the answer.
  ///
  /// A body that comes from a callback cannot be rewound, so libcurl gives up; without a body only
  /// a connection of its own helps.
  func setSingleSending() {
    if body.isEmpty {
      set(CURLOPT_FRESH_CONNECT, 1)
    } else {
      set(CURLOPT_UPLOAD, 1)
      check(
        mlcatalog_curl_set_offset(handle, CURLOPT_INFILESIZE_LARGE, curl_off_t(body.count)))
    }
  }

  /// Always says which proxy: libcurl would look into the environment by itself.
  func setProxy(_ proxies: ProxySettings) {
    set(CURLOPT_PROXY, proxies.proxy(for: server)?.reveal() ?? "")
    set(CURLOPT_NOPROXY, proxies.exceptions)
  }

  func setTrust(_ store: CertificateStore) {
    switch store {
    case .bundle(let path):
      set(CURLOPT_CAPATH, nil)
      set(CURLOPT_CAINFO, path)
    case .directory(let path):
      set(CURLOPT_CAINFO, nil)
      set(CURLOPT_CAPATH, path)
    case .compiledIn: break
    case .unverified:
      set(CURLOPT_SSL_VERIFYPEER, 0)
      set(CURLOPT_SSL_VERIFYHOST, 0)
    }
  }

  /// Shows the server who we are; the file holds certificate and key.
  func setCertificate(_ certificate: ClientCertificate) throws(TransportError) {
    guard access(certificate.path, R_OK) == 0 else {
      throw TransportError(
        .insecure, "the client certificate \(certificate.path) cannot be read",
        hint: "\(certificate.variable) must name a PEM file with a certificate and its key")
    }
    set(CURLOPT_SSLCERT, certificate.path)
    set(CURLOPT_SSLKEY, certificate.path)
  }
}
