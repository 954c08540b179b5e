import CMicrohttpd

/// One request while it arrives.
///
/// libmicrohttpd calls the handler of one connection from one thread at a time, so nothing guards it.
final class Exchange {
  /// The target as the request line has it; the URL that the handler is given is decoded already.
  ///
  /// Nil when it is not UTF-8.
  let rawTarget: String?
  var hasBegun = false
  var isTooLarge = false
  /// By lower-cased name; of a repeated one the last.
  var headers: [String: String] = [:]
  private(set) var repeatedHeaders: Set<String> = []
  /// Bytes of all names and values.
  private(set) var headerSize = 0
  var body: [UInt8] = []
  /// Where the answer will be found that takes its time.
  var pending: PendingResponse?
  /// The answer while it is held back.
  var delayed: ServerResponse?

  init(rawTarget: String?) {
    self.rawTarget = rawTarget
  }

  /// Takes the headers of the connection.
  func readHeaders(of connection: OpaquePointer) {
    _ = MHD_get_connection_values(
      connection, .HEADER_KIND,
      { context, _, name, value in
        guard let context, let name else { return .YES }
        let exchange = Unmanaged<Exchange>.fromOpaque(context).takeUnretainedValue()
        exchange.take(String(cString: name).lowercased(), value.map { String(cString: $0) } ?? "")
        return .YES
      }, Unmanaged.passUnretained(self).toOpaque())
  }

  private func take(_ name: String, _ value: String) {
    headerSize += name.utf8.count + value.utf8.count
    if headers.updateValue(value, forKey: name) != nil { repeatedHeaders.insert(name) }
  }

  /// Takes a piece of the body, or notes that it is too large and forgets it.
  func append(_ data: UnsafePointer<CChar>, count: Int, limit: Int) {
    guard !isTooLarge else { return }
    guard body.count + count <= limit else {
      isTooLarge = true
      body = []
      return
    }
    data.withMemoryRebound(to: UInt8.self, capacity: count) { bytes in
      body.append(contentsOf: UnsafeBufferPointer(start: bytes, count: count))
    }
  }
}
