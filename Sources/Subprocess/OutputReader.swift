import Glibc

/// Collects what a program prints, up to a limit.
final class OutputReader {
  /// The pipe's end; -1, which `poll` passes over, when the program has closed the other one.
  private(set) var descriptor: Int32
  private(set) var bytes: [UInt8] = []
  /// Whether there was more than allowed.
  private(set) var isFull = false
  private let limit: Int

  /// Takes the end of a pipe over.
  init(_ descriptor: Int32, limit: Int) {
    self.descriptor = descriptor
    self.limit = limit
    _ = fcntl(descriptor, F_SETFL, O_NONBLOCK)
  }

  deinit { close() }

  /// Takes all that is there now; beyond the limit it is thrown away, so that a program that is
  /// chatty on its standard error does not hang.
  func drain() {
    var piece = [UInt8](repeating: 0, count: 65_536)
    while descriptor >= 0 {
      let count = read(descriptor, &piece, piece.count)
      if count > 0 {
        let room = limit - bytes.count
        bytes += piece.prefix(min(count, room))
        if count > room {
          isFull = true
          return
        }
      } else if count == 0 {
        close()
      } else if errno != EINTR {
        return
      }
    }
  }

  private func close() {
    if descriptor >= 0 { Glibc.close(descriptor) }
    descriptor = -1
  }
}
