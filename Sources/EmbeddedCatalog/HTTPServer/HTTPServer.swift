import CMicrohttpd
import Dispatch
import Glibc
import Synchronization

/// An HTTP/1.1 server whose handler answers on the server's own threads, or asks to do so elsewhere.
final class HTTPServer: Sendable {
  typealias Handler = @Sendable (ServerRequest) -> Reply

  /// A started daemon; a pointer that any thread may use, as libmicrohttpd documents.
  private struct Daemon: @unchecked Sendable {
    let pointer: OpaquePointer
    let port: UInt16
    /// Looks after slow connections.
    let timer: any DispatchSourceTimer
  }

  let configuration: HTTPServerConfiguration
  let handler: Handler
  let watch: ConnectionWatch
  let suspended: SuspendedConnections
  private let daemon = Mutex<Daemon?>(nil)
  private let requestsUnderWay = Atomic<Int>(0)

  init(_ configuration: HTTPServerConfiguration, handler: @escaping Handler) {
    self.configuration = configuration
    self.handler = handler
    suspended = SuspendedConnections(width: configuration.lateAnswers)
    watch = ConnectionWatch(
      idleLimit: .seconds(configuration.idleTimeout),
      transferLimit: .seconds(configuration.requestDeadline))
  }

  deinit { stop() }

  /// The port listened on; 0 when the server does not run.
  var port: UInt16 { daemon.withLock { $0?.port ?? 0 } }

  /// Listens.
  ///
  /// - Throws: ``HTTPServerError`` when the address is none or cannot be had.
  func start() throws(HTTPServerError) {
    guard let address = ListenAddress(host: configuration.host, port: configuration.port) else {
      throw HTTPServerError.invalidHost(configuration.host)
    }
    errno = 0
    guard let started = startDaemon(at: address) else {
      let reason = errno == 0 ? "the address is in use" : String(cString: strerror(errno))
      throw HTTPServerError.cannotListen(
        host: configuration.host, port: configuration.port, reason: reason)
    }
    let running = Daemon(
      pointer: started, port: mlcatalog_mhd_port(started), timer: startTimer())
    daemon.withLock { $0 = running }
  }

  /// Stops accepting, lets requests under way finish for a while, and joins the threads.
  func stop() {
    let running = daemon.withLock { daemon in
      defer { daemon = nil }
      return daemon
    }
    guard let running else { return }
    running.timer.cancel()
    let socket = MHD_quiesce_daemon(running.pointer)
    suspended.close()
    let deadline = ContinuousClock.now + .seconds(configuration.drainTimeout)
    while requestsUnderWay.load(ordering: .acquiring) > 0, ContinuousClock.now < deadline {
      usleep(2_000)
    }
    suspended.abandon()
    MHD_stop_daemon(running.pointer)
    if socket >= 0 { close(socket) }
  }

  private func startTimer() -> any DispatchSourceTimer {
    let timer = DispatchSource.makeTimerSource(queue: .global())
    timer.schedule(deadline: .now() + .milliseconds(250), repeating: .milliseconds(250))
    timer.setEventHandler { [watch] in watch.endOverdue() }
    timer.resume()
    return timer
  }

  private func startDaemon(at address: ListenAddress) -> OpaquePointer? {
    let flags =
      MHD_USE_INTERNAL_POLLING_THREAD.rawValue | MHD_USE_ITC.rawValue | MHD_USE_EPOLL.rawValue
      | MHD_ALLOW_SUSPEND_RESUME.rawValue
      | (address.isIPv6 ? MHD_USE_IPv6.rawValue : 0)
    // The daemon never outlives self: stop() joins its threads, and deinit calls stop().
    let context = Unmanaged.passUnretained(self).toOpaque()
    return address.withPointer { address in
      let options = self.options(address: address, context: context)
      return options.withUnsafeBufferPointer { options in
        options.baseAddress.flatMap { mlcatalog_mhd_start(flags, accessHandler, context, $0) }
      }
    }
  }

  private func options(
    address: UnsafeMutableRawPointer, context: UnsafeMutableRawPointer
  ) -> [MHD_OptionItem] {
    func option(
      _ option: MHD_OPTION, _ value: Int, _ pointer: UnsafeMutableRawPointer? = nil
    ) -> MHD_OptionItem {
      MHD_OptionItem(option: option, value: value, ptr_value: pointer)
    }
    return [
      option(.SOCK_ADDR, 0, address),
      // Function pointers travel as integers (microhttpd.h, struct MHD_OptionItem).
      option(.NOTIFY_COMPLETED, unsafeBitCast(requestCompleted, to: Int.self), context),
      option(.URI_LOG_CALLBACK, unsafeBitCast(requestBegins, to: Int.self), context),
      option(.NOTIFY_CONNECTION, unsafeBitCast(connectionChanged, to: Int.self), context),
      option(.CONNECTION_TIMEOUT, configuration.idleTimeout),
      option(.CONNECTION_LIMIT, configuration.maximumConnections),
      option(.PER_IP_CONNECTION_LIMIT, configuration.maximumConnectionsOfPeer),
      option(.CONNECTION_MEMORY_LIMIT, configuration.connectionMemory),
      option(.LISTEN_BACKLOG_SIZE, 511),
      // What the strict setting refuses, it refuses in HTML; `refusal(of:)` does so in JSON.
      option(.STRICT_FOR_CLIENT, 0),
      option(.THREAD_POOL_SIZE, configuration.threads),
      option(.END, 0),
    ]
  }

  /// Counts a request whose line has arrived.
  fileprivate func begin(
    _ target: String?, on connection: OpaquePointer
  ) -> UnsafeMutableRawPointer {
    watch.begin(.request, connection)
    requestsUnderWay.add(1, ordering: .relaxed)
    return Unmanaged.passRetained(Exchange(rawTarget: target)).toOpaque()
  }

  /// Forgets a request that was answered or given up.
  fileprivate func complete(
    _ exchange: UnsafeMutableRawPointer, on connection: OpaquePointer
  ) {
    watch.begin(.idle, connection)
    Unmanaged<Exchange>.fromOpaque(exchange).release()
    requestsUnderWay.subtract(1, ordering: .releasing)
  }
}

private typealias URILogCallback =
  @convention(c) (UnsafeMutableRawPointer?, UnsafePointer<CChar>?, OpaquePointer?) ->
  UnsafeMutableRawPointer?

private let requestBegins: URILogCallback = { context, target, connection in
  guard let context, let target, let connection else { return nil }
  return Unmanaged<HTTPServer>.fromOpaque(context).takeUnretainedValue()
    .begin(String(validatingCString: target), on: connection)
}

private let requestCompleted: MHD_RequestCompletedCallback = {
  context, connection, exchange, _ in
  guard let context, let connection, let pointer = exchange?.pointee else { return }
  exchange?.pointee = nil
  Unmanaged<HTTPServer>.fromOpaque(context).takeUnretainedValue().complete(pointer, on: connection)
}

private let connectionChanged: MHD_NotifyConnectionCallback = { context, connection, _, change in
  guard let context, let connection else { return }
  let server = Unmanaged<HTTPServer>.fromOpaque(context).takeUnretainedValue()
  if change == .CONNECTION_NOTIFY_STARTED {
    server.watch.open(connection, socket: mlcatalog_mhd_socket(connection))
  } else {
    server.watch.close(connection)
  }
}

private func accessHandler(
  _ context: UnsafeMutableRawPointer?, _ connection: OpaquePointer?, _: UnsafePointer<CChar>?,
  _ method: UnsafePointer<CChar>?, _ version: UnsafePointer<CChar>?,
  _ data: UnsafePointer<CChar>?, _ size: UnsafeMutablePointer<Int>?,
  _ state: UnsafeMutablePointer<UnsafeMutableRawPointer?>?
) -> MHD_Result {
  guard let context, let connection, let method, let version, let size,
    let pointer = state?.pointee
  else { return .NO }
  let server = Unmanaged<HTTPServer>.fromOpaque(context).takeUnretainedValue()
  let exchange = Unmanaged<Exchange>.fromOpaque(pointer).takeUnretainedValue()
  return server.receive(
    exchange, on: connection, method: String(cString: method), version: String(cString: version),
    data: data, size: size)
}
