import CCrypto
import FoundationEssentials
import FullyQualifiedNames
import HTTPClient
import JSONDocuments

/// A certificate with its RSA key, by which an application shows who it is.
///
/// It is sendable because an `EVP_PKEY` is only read after it was made.
final class ApplicationCertificate: @unchecked Sendable {
  private let key: OpaquePointer
  /// The certificate in DER, those that issued it after it.
  private let chain: [[UInt8]]

  /// Reads a file with the certificate and its key, as PEM or PKCS #12.
  ///
  /// - Throws: ``CertificateProblem``.
  init(_ bytes: [UInt8], password: Secret?) throws(CertificateProblem) {
    defer { ERR_clear_error() }
    let bag = CertificateBag(bytes, password: password)
    guard let key = bag.key else {
      throw CertificateProblem(
        message: "it holds no private key that can be read"
          + (password == nil ? "; AZURE_CLIENT_CERTIFICATE_PASSWORD is not set" : ""))
    }
    guard EVP_PKEY_get_base_id(key) == EVP_PKEY_RSA else {
      throw CertificateProblem(message: "its key is no RSA key, which Azure wants")
    }
    guard let own = bag.certificates.first(where: { X509_check_private_key($0, key) == 1 }) else {
      throw CertificateProblem(
        message: bag.certificates.isEmpty
          ? "it holds no certificate" : "none of its certificates belongs to its key")
    }
    let others = bag.certificates.filter { $0 != own }
    chain = ([own] + others).map(ApplicationCertificate.encoded)
    EVP_PKEY_up_ref(key)
    self.key = key
  }

  deinit { EVP_PKEY_free(key) }

  /// A signed statement that we are the application (RFC 7523 §2.2), for one use within minutes.
  ///
  /// It is valid from five minutes before now to five minutes after, so that a clock that is a few
  /// minutes wrong does no harm.
  ///
  /// - Parameters:
  ///   - client: The application's ID.
  ///   - audience: The address that it is sent to.
  ///   - now: Seconds since 1970.
  ///   - sendsChain: Whether the certificates are sent along, for trust by subject and issuer.
  /// - Throws: ``CertificateProblem`` when OpenSSL cannot sign.
  func assertion(
    client: String, audience: String, now: Int64, sendsChain: Bool
  ) throws(CertificateProblem) -> Secret {
    var header: JSONObject = JSONObject()
    header["alg"] = "RS256"
    header["typ"] = "JWT"
    header["x5t"] = .string(Base64URL.encode(digest(EVP_sha1(), size: 20)))
    header["x5t#S256"] = .string(Base64URL.encode(digest(EVP_sha256(), size: 32)))
    if sendsChain {
      header["x5c"] = .array(chain.map { .string(Data($0).base64EncodedString()) })
    }
    let claims: JSON = [
      "aud": .string(audience), "iss": .string(client), "sub": .string(client),
      "jti": .string(UUID().uuidString), "nbf": .number(JSONNumber(now - 300)),
      "iat": .number(JSONNumber(now)), "exp": .number(JSONNumber(now + 300)),
    ]
    let signed = [JSON.object(header), claims].map { Base64URL.encode($0.encoded()) }
      .joined(separator: ".")
    return Secret(signed + "." + Base64URL.encode(try signature(of: Array(signed.utf8))))
  }

  /// The hash of the certificate, by which the service finds it.
  private func digest(_ algorithm: OpaquePointer?, size: Int) -> [UInt8] {
    var digest = [UInt8](repeating: 0, count: size)
    EVP_Digest(chain[0], chain[0].count, &digest, nil, algorithm, nil)
    return digest
  }

  private func signature(of bytes: [UInt8]) throws(CertificateProblem) -> [UInt8] {
    let context = EVP_MD_CTX_new()
    defer {
      EVP_MD_CTX_free(context)
      ERR_clear_error()
    }
    var signature = [UInt8](repeating: 0, count: Int(EVP_PKEY_get_size(key)))
    var count = signature.count
    guard EVP_DigestSignInit(context, nil, EVP_sha256(), nil, key) == 1,
      EVP_DigestSign(context, &signature, &count, bytes, bytes.count) == 1
    else { throw CertificateProblem(message: "its key cannot sign") }
    return Array(signature.prefix(count))
  }

  private static func encoded(_ certificate: OpaquePointer) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: Int(max(0, i2d_X509(certificate, nil))))
    bytes.withUnsafeMutableBufferPointer { buffer in
      var start = buffer.baseAddress
      _ = i2d_X509(certificate, &start)
    }
    return bytes
  }
}
