import CCrypto
import FoundationEssentials

/// A salted password hash (PBKDF2 with HMAC-SHA-256, RFC 8018), as text
/// `pbkdf2-sha256$ITERATIONS$SALT$HASH` with both parts in base64.
struct PasswordHash: Sendable, Hashable {
  let text: String
  private static let iterations = 100_000

  /// Hashes a password with a fresh salt.
  init(of password: String) throws(CryptographyError) {
    let salt = try RandomBytes.generate(16)
    let hash = try PasswordHash.derive(password, salt: salt, iterations: Self.iterations)
    let parts = [salt, hash].map { Data($0).base64EncodedString() }
    text = "pbkdf2-sha256$\(Self.iterations)$\(parts[0])$\(parts[1])"
  }

  /// Takes a hash as it was stored.
  init(stored text: String) {
    self.text = text
  }

  /// Whether a password is the one hashed; false for a text that is no hash.
  func matches(_ password: String) -> Bool {
    let parts = text.split(separator: "$")
    guard parts.count == 4, parts[0] == "pbkdf2-sha256", let iterations = Int(parts[1]),
      let salt = Data(base64Encoded: String(parts[2])),
      let expected = Data(base64Encoded: String(parts[3])),
      let actual = try? PasswordHash.derive(
        password, salt: [UInt8](salt), iterations: iterations),
      actual.count == expected.count
    else { return false }
    return CRYPTO_memcmp(actual, [UInt8](expected), actual.count) == 0
  }

  private static func derive(
    _ password: String, salt: [UInt8], iterations: Int
  ) throws(CryptographyError) -> [UInt8] {
    var hash = [UInt8](repeating: 0, count: 32)
    let status = PKCS5_PBKDF2_HMAC(
      password, Int32(password.utf8.count), salt, Int32(salt.count), Int32(iterations),
      EVP_sha256(), Int32(hash.count), &hash)
    guard status == 1 else { throw CryptographyError("PBKDF2") }
    return hash
  }
}
