import CMicrohttpd

extension HTTPServer {
  /// Called first with the headers, then with each piece of the body, then without data: answer.
  func receive(
    _ exchange: Exchange, on connection: OpaquePointer, method: String, version: String,
    data: UnsafePointer<CChar>?, size: UnsafeMutablePointer<Int>
  ) -> MHD_Result {
    if !exchange.hasBegun {
      exchange.hasBegun = true
      exchange.readHeaders(of: connection)
      // Only here can a request be refused before its body is sent.
      if let refusal = refusal(of: exchange, version: version) {
        watch.begin(.answer, connection)
        return queue(refusal, on: connection)
      }
      return .YES
    }
    if size.pointee > 0, let data {
      exchange.append(data, count: size.pointee, limit: configuration.maximumBody)
      size.pointee = 0
      return .YES
    }
    if exchange.isTooLarge { return queue(tooLarge, on: connection) }
    watch.begin(.handler, connection)
    // Called again when the answer is there.
    guard let answer = exchange.delayed ?? answer(to: exchange, on: connection, method: method)
    else { return .YES }
    if exchange.delayed == nil, answer.delay > .zero {
      exchange.delayed = answer
      // Called again when the time is over.
      if suspended.suspend(connection, for: answer.delay) { return .YES }
    }
    watch.begin(.answer, connection)
    return queue(answer, on: connection)
  }

  /// The answer; nil when the connection waits for it.
  private func answer(
    to exchange: Exchange, on connection: OpaquePointer, method: String
  ) -> ServerResponse? {
    if let pending = exchange.pending {
      return pending.found ?? .failure(503, "The server stops")
    }
    switch reply(to: exchange, method: method) {
    case .now(let response): return response
    case .later(let work):
      let pending = PendingResponse()
      exchange.pending = pending
      if suspended.suspend(connection, during: { pending.leave(work()) }) { return nil }
      return work()
    }
  }

  private func reply(to exchange: Exchange, method: String) -> Reply {
    guard let rawTarget = exchange.rawTarget, let target = RequestTarget(rawTarget) else {
      return .now(.failure(400, "The request target cannot be decoded"))
    }
    // HEAD is GET without the content (RFC 9110 §9.3.2), which libmicrohttpd then leaves out.
    let request = ServerRequest(
      method: method == "HEAD" ? "GET" : method, rawTarget: rawTarget, path: target.path,
      query: target.query, headers: exchange.headers, body: exchange.body)
    return handler(request)
  }

  private func queue(_ answer: ServerResponse, on connection: OpaquePointer) -> MHD_Result {
    if answer.delivery == .reset {
      mlcatalog_mhd_reset(connection)
      return .NO
    }
    guard let response = response(answer, on: connection) else { return .NO }
    defer { MHD_destroy_response(response) }
    for (name, value) in answer.headers {
      _ = MHD_add_response_header(response, name, value)
    }
    return MHD_queue_response(connection, UInt32(answer.status), response)
  }

  private func response(_ answer: ServerResponse, on connection: OpaquePointer) -> OpaquePointer? {
    guard answer.delivery == .whole || answer.body.isEmpty else {
      return BodyReader(answer.body, answer.delivery, on: connection, suspended: suspended)
        .response()
    }
    return answer.body.withUnsafeBytes { bytes in
      MHD_create_response_from_buffer(
        bytes.count, UnsafeMutableRawPointer(mutating: bytes.baseAddress), .RESPMEM_MUST_COPY)
    }
  }
}
