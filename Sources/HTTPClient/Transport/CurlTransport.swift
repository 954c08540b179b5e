import CCurl

/// Sends requests by libcurl, over connections that are kept open.
///
/// Redirects are not followed, compression is asked for and undone, and a write is sent once: when
/// its answer is lost, ``TransportError/mayHaveBeenSent`` is true. Nothing of libcurl is
/// initialised before the first request.
public actor CurlTransport: HTTPTransport {
  private struct Exchange {
    let request: HTTPRequest
    let url: ServerURL
    let continuation: CheckedContinuation<Result<HTTPResponse, TransportError>, Never>
    var transfer: CurlTransfer?
  }

  private nonisolated let thread: CurlThread
  private let configuration: TransportConfiguration
  private var store: Result<CertificateStore, TransportError>?
  private var exchanges: [Int: Exchange] = [:]
  private var numbers: [UnsafeMutableRawPointer: Int] = [:]
  private var lastNumber = 0
  private var plain: CurlLane
  private var secure: CurlLane
  /// Transfers that somebody cancelled; libcurl lets go of them in the next step.
  private var cancelled: [CurlTransfer] = []

  /// Makes a transport that opens no socket and starts no thread yet.
  public init(configuration: TransportConfiguration = TransportConfiguration()) {
    self.configuration = configuration
    thread = CurlThread(
      keeping: configuration.plainConnections + configuration.secureConnections)
    plain = CurlLane(capacity: configuration.plainConnections)
    secure = CurlLane(capacity: configuration.secureConnections)
    thread.onStep { [weak self] multi in self?.assumeIsolated { $0.step(multi) } }
  }

  deinit { thread.stop() }

  /// The thread of libcurl.
  public nonisolated var unownedExecutor: UnownedSerialExecutor {
    thread.asUnownedSerialExecutor()
  }

  /// Sends a request and waits for the whole answer.
  ///
  /// - Throws: ``TransportError``; cancelling the task ends the transfer at once.
  public func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
    let url = try RequestCheck.server(of: request)
    lastNumber += 1
    let number = lastNumber
    let answer = await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        exchanges[number] = Exchange(request: request, url: url, continuation: continuation)
        if Task.isCancelled { return cancel(number) }
        if url.isSecure { secure.enter(number) } else { plain.enter(number) }
      }
    } onCancel: {
      Task { await self.cancel(number) }
    }
    return try answer.get()
  }

  private func cancel(_ number: Int) {
    guard let exchange = exchanges[number] else { return }
    var error = TransportError.cancelled
    if let transfer = exchange.transfer {
      cancelled.append(transfer)
      error = transfer.failure(CURLE_ABORTED_BY_CALLBACK)
    }
    finish(number, .failure(error))
  }

  private func finish(_ number: Int, _ answer: Result<HTTPResponse, TransportError>) {
    guard let exchange = exchanges.removeValue(forKey: number) else { return }
    if exchange.url.isSecure { secure.leave(number) } else { plain.leave(number) }
    if let transfer = exchange.transfer { numbers[transfer.handle] = nil }
    exchange.continuation.resume(returning: answer)
  }

  /// Whatever libcurl can do without waiting.
  private func step(_ multi: CurlMulti) {
    for transfer in cancelled { multi.remove(transfer) }
    cancelled = []
    var isSettled = false
    while !isSettled {
      let started = startWaiting(multi)
      multi.perform()
      let finished = collect(multi)
      isSettled = !started && !finished
    }
  }

  private func startWaiting(_ multi: CurlMulti) -> Bool {
    var hasStarted = false
    while let number = plain.next() ?? secure.next() {
      hasStarted = true
      do throws(TransportError) {
        try start(number, multi)
      } catch {
        finish(number, .failure(error))
      }
    }
    return hasStarted
  }

  private func start(_ number: Int, _ multi: CurlMulti) throws(TransportError) {
    guard let exchange = exchanges[number] else { return }
    let transfer = try CurlTransfer(
      exchange.request, to: exchange.url, configuration,
      store: exchange.url.isSecure ? try certificateStore() : nil)
    exchanges[number]?.transfer = transfer
    numbers[transfer.handle] = number
    multi.add(transfer)
  }

  private func certificateStore() throws(TransportError) -> CertificateStore {
    if let store { return try store.get() }
    let found = Result { () throws(TransportError) in
      try CertificateStore(configuration.trust)
    }
    store = found
    return try found.get()
  }

  private func collect(_ multi: CurlMulti) -> Bool {
    var hasFinished = false
    while let (easy, code) = multi.nextResult() {
      guard let number = numbers[easy], let transfer = exchanges[number]?.transfer else {
        continue
      }
      multi.remove(transfer)
      finish(number, transfer.answer(code))
      hasFinished = true
    }
    return hasFinished
  }
}
