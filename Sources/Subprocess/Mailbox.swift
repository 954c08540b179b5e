import Glibc

/// A pipe by which other threads tell the one that waits for a program what happened.
final class Mailbox: Sendable {
  /// What can happen.
  enum Message: UInt8, Sendable {
    case ended, cancel
  }

  let pipe: Pipe

  init() throws(SystemError) { pipe = try Pipe() }

  deinit { pipe.close() }

  /// Leaves a message.
  func post(_ message: Message) {
    withUnsafeBytes(of: message.rawValue) { _ = write(pipe.writingEnd, $0.baseAddress, 1) }
  }

  /// Takes the messages that are there; call it only when there is one.
  func take() -> [Message] {
    var bytes = [UInt8](repeating: 0, count: 16)
    let count = read(pipe.readingEnd, &bytes, bytes.count)
    return bytes.prefix(max(0, count)).compactMap(Message.init(rawValue:))
  }
}
