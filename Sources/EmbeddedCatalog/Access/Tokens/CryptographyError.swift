import CCrypto

/// OpenSSL refused; the text is its own.
struct CryptographyError: Error, Sendable, Hashable {
  let message: String

  /// Takes the newest entry of this thread's error queue.
  init(_ operation: String) {
    var buffer = [CChar](repeating: 0, count: 256)
    ERR_error_string_n(ERR_get_error(), &buffer, buffer.count)
    let end = buffer.firstIndex(of: 0) ?? buffer.endIndex
    let reason = String(decoding: buffer[..<end].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    message = "\(operation): \(reason)"
  }

  /// States something that OpenSSL has no words for.
  init(stating message: String) {
    self.message = message
  }
}
