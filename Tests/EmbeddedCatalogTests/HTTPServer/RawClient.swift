import Glibc

@testable import EmbeddedCatalog

/// A socket to a server on loopback: sends exactly the bytes given.
final class RawClient {
  private let socket: Int32

  /// Connects; from another address than the system's choice when one is given.
  init(port: UInt16, host: String = "127.0.0.1", from source: String? = nil) throws {
    guard let server = ListenAddress(host: host, port: port) else { throw ConnectionRefused() }
    socket = Glibc.socket(
      server.isIPv6 ? AF_INET6 : AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var timeout = timeval(tv_sec: 5, tv_usec: 0)
    setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &timeout, socklen_t(MemoryLayout<timeval>.size))
    if let source = source.flatMap({ ListenAddress(host: $0, port: 0) }) {
      guard Self.call(bind, socket, source) == 0 else { throw ConnectionRefused() }
    }
    guard Self.call(connect, socket, server) == 0 else { throw ConnectionRefused() }
  }

  deinit { close(socket) }

  struct ConnectionRefused: Error {}

  private static func call(
    _ function: (Int32, UnsafePointer<sockaddr>?, socklen_t) -> Int32, _ socket: Int32,
    _ address: ListenAddress
  ) -> Int32 {
    let size = address.isIPv6 ? MemoryLayout<sockaddr_in6>.size : MemoryLayout<sockaddr_in>.size
    return address.withPointer {
      function(socket, $0.assumingMemoryBound(to: sockaddr.self), socklen_t(size))
    }
  }

  func send(_ text: String) {
    _ = trySend(text)
  }

  /// Sends; false once the server has closed the connection.
  func trySend(_ text: String) -> Bool {
    trySend(Array(text.utf8))
  }

  /// Sends; false once the server has closed the connection.
  @discardableResult
  func trySend(_ bytes: [UInt8]) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes {
        Glibc.send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { return false }
      rest = rest.dropFirst(count)
    }
    return true
  }

  /// Says that nothing more will be sent.
  func finishSending() {
    shutdown(socket, Int32(SHUT_WR))
  }

  /// Everything until the server closes, or five seconds of silence.
  func readToEnd() -> String { readAll().text }

  /// Everything until the end, and whether the server ended the connection by a reset.
  func readAll() -> (text: String, isReset: Bool) {
    errno = 0
    let bytes = readBytesToEnd()
    let isReset = errno == ECONNRESET
    return (String(decoding: bytes, as: UTF8.self), isReset)
  }

  /// Everything until the server closes, or five seconds of silence.
  func readBytesToEnd() -> [UInt8] {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = recv(socket, &buffer, buffer.count, 0)
      guard count > 0 else { return bytes }
      bytes += buffer.prefix(count)
    }
  }
}
