import Glibc

/// A socket to a server on loopback: sends exactly the bytes given.
struct RawClient: ~Copyable {
  private let socket: Int32

  init(port: UInt16) throws {
    socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var timeout = timeval(tv_sec: 5, tv_usec: 0)
    setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &timeout, socklen_t(MemoryLayout<timeval>.size))
    let status = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard status == 0 else { throw ConnectionRefused() }
  }

  deinit { close(socket) }

  struct ConnectionRefused: Error {}

  func send(_ text: String) {
    _ = trySend(text)
  }

  /// Sends; false once the server has closed the connection.
  func trySend(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    return Glibc.send(socket, bytes, bytes.count, Int32(MSG_NOSIGNAL)) == bytes.count
  }

  /// Everything until the server closes, or five seconds of silence.
  func readToEnd() -> String { readAll().text }

  /// Everything until the end, and whether the server ended the connection by a reset.
  func readAll() -> (text: String, isReset: Bool) {
    var text: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = recv(socket, &buffer, buffer.count, 0)
      guard count > 0 else {
        return (String(decoding: text, as: UTF8.self), count < 0 && errno == ECONNRESET)
      }
      text += buffer.prefix(count)
    }
  }
}
