private import CCrypto

/// The digest SHA-256 (FIPS 180-4).
public enum SHA256 {
  private static let size = 32

  /// The digest of a text's UTF-8 as 64 hexadecimal digits, as `sha256sum` prints it.
  public static func hexadecimal(of text: String) -> String {
    let bytes = Array(text.utf8)
    var digest = [UInt8](repeating: 0, count: size)
    guard EVP_Digest(bytes, bytes.count, &digest, nil, EVP_sha256(), nil) == 1 else {
      preconditionFailure("OpenSSL has no SHA-256")
    }
    let digits = Array("0123456789abcdef".utf8)
    return String(
      decoding: digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}
