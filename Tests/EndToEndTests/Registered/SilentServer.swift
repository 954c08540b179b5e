import Dispatch
import Glibc

/// A port that takes connections and never says anything.
final class SilentServer: Sendable {
  /// The port on this machine.
  let port: UInt16
  private let descriptor: Int32

  /// Listens.
  init() throws {
    descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let descriptor = descriptor
    let status = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        bind(descriptor, address, length) | listen(descriptor, 8)
          | getsockname(descriptor, address, &length)
      }
    }
    guard status == 0 else {
      close(descriptor)
      throw SilentServerError()
    }
    port = UInt16(bigEndian: address.sin_port)
  }

  deinit { close(descriptor) }

  /// Waits until somebody connects.
  func connection() async {
    let descriptor = descriptor
    await withCheckedContinuation { continuation in
      // Waiting blocks, so it has a thread of its own.
      DispatchQueue.global().async {
        _ = accept(descriptor, nil, nil)
        continuation.resume()
      }
    }
  }

  struct SilentServerError: Error {}
}
