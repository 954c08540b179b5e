import Foundation
import Glibc
import Synchronization

/// A listening socket on a free port of 127.0.0.1 whose connections are handled one by one.
final class RawServer: Sendable {
  let port: UInt16
  private let listener: Int32
  /// Whether the listener's number is still ours to shut down.
  private let isListening = Mutex(true)

  init(_ handle: @escaping @Sendable (Int32) -> Void) {
    listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = RawServer.loopback(port: 0)
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let socket = listener
    withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic in
        _ = bind(socket, generic, size)
        _ = listen(socket, 16)
        _ = getsockname(socket, generic, &size)
      }
    }
    port = UInt16(bigEndian: address.sin_port)
    Thread.detachNewThread { [self] in
      while true {
        let connection = accept(socket, nil, nil)
        if connection < 0 { break }
        handle(connection)
        close(connection)
      }
      isListening.withLock { isListening in
        isListening = false
        close(socket)
      }
    }
  }

  func stop() {
    isListening.withLock { isListening in
      if isListening { shutdown(listener, Int32(SHUT_RDWR)) }
    }
  }

  static func loopback(port: UInt16) -> sockaddr_in {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    return address
  }
}

/// Greets whoever connects with a text, whatever they say.
func greetingServer(_ text: String) -> RawServer {
  RawServer { connection in
    var piece = [UInt8](repeating: 0, count: 4096)
    _ = recv(connection, &piece, piece.count, 0)
    _ = send(connection, text, text.utf8.count, Int32(MSG_NOSIGNAL))
  }
}

/// A proxy that leads every tunnel to one port of this machine.
func tunnelProxy(to port: UInt16) -> RawServer {
  RawServer { client in
    var piece = [UInt8](repeating: 0, count: 4096)
    guard recv(client, &piece, piece.count, 0) > 0 else { return }
    let answer = "HTTP/1.1 200 Connected\r\nX-Tunnel: yes\r\n\r\n"
    _ = send(client, answer, answer.utf8.count, Int32(MSG_NOSIGNAL))
    let server = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(server) }
    var address = RawServer.loopback(port: port)
    let size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let failure = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(server, $0, size) }
    }
    if failure == 0 { relay(client, server) }
  }
}

private func relay(_ client: Int32, _ server: Int32) {
  var piece = [UInt8](repeating: 0, count: 65_536)
  while true {
    var sockets = [
      pollfd(fd: client, events: Int16(POLLIN), revents: 0),
      pollfd(fd: server, events: Int16(POLLIN), revents: 0),
    ]
    guard poll(&sockets, 2, 5_000) > 0 else { return }
    for (from, to) in [(0, server), (1, client)] where sockets[from].revents != 0 {
      let count = recv(sockets[from].fd, &piece, piece.count, 0)
      guard count > 0, send(to, piece, count, Int32(MSG_NOSIGNAL)) == count else { return }
    }
  }
}
