import CCrypto

/// Random bytes from OpenSSL's generator.
enum RandomBytes {
  static func generate(_ count: Int) throws(CryptographyError) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    guard RAND_bytes(&bytes, Int32(count)) == 1 else { throw CryptographyError("random bytes") }
    return bytes
  }
}
