import CCurl

/// One request and what has come of its answer; used by the curl thread alone.
final class CurlTransfer {
  /// The easy handle.
  let handle: UnsafeMutableRawPointer
  let server: ServerURL
  let timeout: Duration
  let connectTimeout: Duration
  /// Whether the end of the whole run comes before that of the request.
  let isLastOfRun: Bool

  let errorText: UnsafeMutablePointer<CChar>
  var fields: UnsafeMutablePointer<curl_slist>?
  var failedOption = CURLE_OK
  let sizeLimit: Int
  let trustVariable: String

  let body: [UInt8]
  private var sent = 0
  private var received: [UInt8] = []
  private var headers = HTTPHeaders()
  private var headerSize = 0
  /// Whether the answer grew over the limit.
  var isTooLarge = false

  /// Prepares a transfer.
  ///
  /// - Throws: ``TransportError`` when no time is left for it or libcurl refuses an option.
  init(
    _ request: HTTPRequest, to server: ServerURL, _ configuration: TransportConfiguration,
    store: CertificateStore?
  ) throws(TransportError) {
    guard let handle = curl_easy_init() else { preconditionFailure("out of memory") }
    self.handle = handle
    self.server = server
    errorText = .allocate(capacity: Int(CURL_ERROR_SIZE))
    errorText.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
    sizeLimit = configuration.maximumResponseSize
    trustVariable = configuration.trustVariable
    body = request.body ?? []
    connectTimeout = configuration.connectTimeout
    let left = request.deadline.map { ContinuousClock.now.duration(to: $0) }
    timeout = min(configuration.requestTimeout, left ?? configuration.requestTimeout)
    isLastOfRun = timeout < configuration.requestTimeout
    if timeout <= .zero {
      throw TransportError(
        .timedOut, "no time was left for a request to \(server.authority)",
        hint: TransportError.endOfRunHint)
    }
    setAlways()
    setRequest(request, configuration)
    setProxy(configuration.proxies)
    if let store { setTrust(store) }
    if server.isSecure, let own = configuration.clientCertificate { try setCertificate(own) }
    if failedOption != CURLE_OK { throw failure(failedOption) }
  }

  deinit {
    curl_easy_cleanup(handle)
    curl_slist_free_all(fields)
    errorText.deallocate()
  }

  /// What libcurl says about a failure beyond its code.
  var detail: String { String(cString: errorText) }

  /// The answer, once libcurl is done.
  func answer(_ code: CURLcode) -> Result<HTTPResponse, TransportError> {
    guard code == CURLE_OK else { return .failure(failure(code)) }
    var status = 0
    _ = mlcatalog_curl_get_long(handle, CURLINFO_RESPONSE_CODE, &status)
    return .success(HTTPResponse(status: status, headers: headers, body: received))
  }
}

extension CurlTransfer {
  static func of(_ context: UnsafeMutableRawPointer?) -> CurlTransfer? {
    context.map { Unmanaged<CurlTransfer>.fromOpaque($0).takeUnretainedValue() }
  }

  /// Takes a piece of the answer; anything but its size makes libcurl stop.
  func take(_ bytes: UnsafePointer<CChar>?, _ count: Int) -> Int {
    guard received.count + count <= sizeLimit else {
      isTooLarge = true
      return 0
    }
    received.append(contentsOf: UnsafeRawBufferPointer(start: bytes, count: count))
    return count
  }

  func takeHeader(_ bytes: UnsafePointer<CChar>?, _ count: Int) -> Int {
    headerSize += count
    guard headerSize <= 256 * 1024 else {
      isTooLarge = true
      return 0
    }
    let line = String(
      decoding: UnsafeRawBufferPointer(start: bytes, count: count), as: UTF8.self)
    // A status line begins the fields of another answer, as after 100 Continue.
    if line.hasPrefix("HTTP/") { headers = HTTPHeaders() }
    if let colon = line.utf8.firstIndex(of: UInt8(ascii: ":")) {
      let value = line[line.index(after: colon)...]
      headers.append(String(line[..<colon]), HeaderSyntax.trimmed(value))
    }
    return count
  }

  func give(_ bytes: UnsafeMutablePointer<CChar>?, _ capacity: Int) -> Int {
    let count = min(capacity, body.count - sent)
    UnsafeMutableRawBufferPointer(start: bytes, count: count).copyBytes(
      from: body[sent..<(sent + count)])
    sent += count
    return count
  }
}
