import CCrypto
import FullyQualifiedNames
import JSONDocuments

/// The RSA key pair that signs and verifies the server's tokens (RS256, RFC 7518 §3.3).
final class SigningKey: @unchecked Sendable {  // An EVP_PKEY is only read after it was made.
  /// Who issues tokens, as OpenMetadata's default configuration names it.
  static let issuer = "open-metadata.org"

  private let key: OpaquePointer
  /// The private key in PEM (PKCS #8).
  let pem: String
  /// The public modulus, big-endian.
  private let modulus: [UInt8]
  /// The public exponent, big-endian.
  private let exponent: [UInt8]

  private init(owning key: OpaquePointer) throws(CryptographyError) {
    self.key = key
    pem = try SigningKey.pem(of: key)
    modulus = try SigningKey.number(OSSL_PKEY_PARAM_RSA_N, of: key)
    exponent = try SigningKey.number(OSSL_PKEY_PARAM_RSA_E, of: key)
  }

  deinit { EVP_PKEY_free(key) }

  /// Makes a new pair of 2048 bits.
  static func generate() throws(CryptographyError) -> SigningKey {
    let context = EVP_PKEY_CTX_new_from_name(nil, "RSA", nil)
    defer { EVP_PKEY_CTX_free(context) }
    var key: OpaquePointer?
    guard EVP_PKEY_keygen_init(context) == 1,
      EVP_PKEY_CTX_set_rsa_keygen_bits(context, 2_048) == 1,
      EVP_PKEY_generate(context, &key) == 1, let key
    else { throw CryptographyError("making a key") }
    return try SigningKey(owning: key)
  }

  /// Reads a pair that ``pem`` gave.
  convenience init(pem: String) throws(CryptographyError) {
    // The input does not copy the bytes: they have to live until it is read.
    let key = Array(pem.utf8).withUnsafeBytes { bytes -> OpaquePointer? in
      let input = BIO_new_mem_buf(bytes.baseAddress, Int32(bytes.count))
      defer { BIO_free(input) }
      return PEM_read_bio_PrivateKey(input, nil, nil, nil)
    }
    guard let key else { throw CryptographyError("reading the key") }
    try self.init(owning: key)
  }

  /// Names the key in a token's header; derived from the modulus, so it is stable.
  var keyIdentifier: String { Base64URL.encode(modulus.prefix(12)) }

  /// The public key as a JSON Web Key Set (RFC 7517).
  var jsonWebKeySet: JSON {
    [
      "keys": [
        [
          "kty": "RSA", "kid": .string(keyIdentifier), "n": .string(Base64URL.encode(modulus)),
          "e": .string(Base64URL.encode(exponent)), "alg": "RS256", "use": "sig",
        ]
      ]
    ]
  }

  /// Signs claims as a JSON web token (RFC 7519).
  func token(claims: JSON) throws(CryptographyError) -> String {
    let header: JSON = ["kid": .string(keyIdentifier), "typ": "JWT", "alg": "RS256"]
    let signed = [header, claims].map { Base64URL.encode($0.encoded()) }.joined(separator: ".")
    return signed + "." + Base64URL.encode(try signature(of: Array(signed.utf8)))
  }

  /// The claims of a token that this key signed and whose time is not over.
  ///
  /// - Parameter now: Seconds since 1970.
  /// - Throws: ``TokenError``; the algorithm must be RS256, whatever the header asks for.
  func verify(_ token: String, now: Int64) throws(TokenError) -> JSON {
    let parts = token.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 3, let header = SigningKey.document(parts[0]),
      let claims = SigningKey.document(parts[1]), let signature = Base64URL.decode(parts[2]),
      header["alg"]?.string == "RS256"
    else { throw .malformed }
    guard header["kid"]?.string == keyIdentifier,
      isSignature(signature, of: Array("\(parts[0]).\(parts[1])".utf8))
    else { throw .wrongSignature }
    guard claims["iss"]?.string == Self.issuer else { throw .wrongIssuer }
    try Self.checkTime(of: claims, now: now)
    return claims
  }

  /// - Parameter now: Seconds since 1970.
  /// - Throws: ``TokenError/expired`` for claims whose time is over.
  static func checkTime(of claims: JSON, now: Int64) throws(TokenError) {
    guard let expiry = claims["exp"], !expiry.isNull else { return }
    guard let seconds = expiry.integer else { throw .malformed }
    if seconds <= now { throw .expired }
  }

  private static func document(_ part: Substring) -> JSON? {
    Base64URL.decode(part).flatMap { try? JSON(parsing: $0) }
  }

  private func signature(of bytes: [UInt8]) throws(CryptographyError) -> [UInt8] {
    let context = EVP_MD_CTX_new()
    defer { EVP_MD_CTX_free(context) }
    var count = 0
    guard EVP_DigestSignInit(context, nil, EVP_sha256(), nil, key) == 1,
      EVP_DigestSign(context, nil, &count, bytes, bytes.count) == 1
    else { throw CryptographyError("signing") }
    var signature = [UInt8](repeating: 0, count: count)
    guard EVP_DigestSign(context, &signature, &count, bytes, bytes.count) == 1 else {
      throw CryptographyError("signing")
    }
    return Array(signature.prefix(count))
  }

  private func isSignature(_ signature: [UInt8], of bytes: [UInt8]) -> Bool {
    let context = EVP_MD_CTX_new()
    defer {
      EVP_MD_CTX_free(context)
      ERR_clear_error()
    }
    return EVP_DigestVerifyInit(context, nil, EVP_sha256(), nil, key) == 1
      && EVP_DigestVerify(context, signature, signature.count, bytes, bytes.count) == 1
  }

  private static func pem(of key: OpaquePointer) throws(CryptographyError) -> String {
    let output = BIO_new(BIO_s_mem())
    defer { BIO_free(output) }
    guard PEM_write_bio_PrivateKey(output, key, nil, nil, 0, nil, nil) == 1 else {
      throw CryptographyError("writing the key")
    }
    var bytes = [UInt8](repeating: 0, count: 8_192)
    let count = BIO_read(output, &bytes, Int32(bytes.count))
    guard count > 0 else { throw CryptographyError("writing the key") }
    return String(decoding: bytes.prefix(Int(count)), as: UTF8.self)
  }

  private static func number(
    _ name: String, of key: OpaquePointer
  ) throws(CryptographyError) -> [UInt8] {
    var number: OpaquePointer?
    guard EVP_PKEY_get_bn_param(key, name, &number) == 1 else {
      throw CryptographyError("reading the key")
    }
    defer { BN_free(number) }
    var bytes = [UInt8](repeating: 0, count: Int(BN_num_bits(number) + 7) / 8)
    BN_bn2bin(number, &bytes)
    return bytes
  }
}
