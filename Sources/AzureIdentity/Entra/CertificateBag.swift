import CCrypto
import HTTPClient

/// The key and the certificates that a file holds, as OpenSSL's objects; they go with the bag.
final class CertificateBag {
  private(set) var key: OpaquePointer?
  private(set) var certificates: [OpaquePointer] = []

  /// Reads PEM, or PKCS #12 when the bytes are no text.
  init(_ bytes: [UInt8], password: Secret?) {
    // An empty password is given rather than none: OpenSSL would ask for one at the terminal.
    let password = password?.reveal() ?? ""
    let isText = bytes.contains(sequence: "-----BEGIN")
    bytes.withUnsafeBytes { isText ? readPEM($0, password) : readPKCS12($0, password) }
  }

  deinit {
    EVP_PKEY_free(key)
    for certificate in certificates { X509_free(certificate) }
  }

  // The inputs do not copy the bytes: they have to live until all is read.
  private func readPEM(_ bytes: UnsafeRawBufferPointer, _ password: String) {
    let keyInput = BIO_new_mem_buf(bytes.baseAddress, Int32(bytes.count))
    defer { BIO_free(keyInput) }
    var password = password.utf8CString
    key = password.withUnsafeMutableBytes {
      PEM_read_bio_PrivateKey(keyInput, nil, nil, $0.baseAddress)
    }
    let input = BIO_new_mem_buf(bytes.baseAddress, Int32(bytes.count))
    defer { BIO_free(input) }
    while let certificate = PEM_read_bio_X509(input, nil, nil, nil) {
      certificates.append(certificate)
    }
  }

  private func readPKCS12(_ bytes: UnsafeRawBufferPointer, _ password: String) {
    let input = BIO_new_mem_buf(bytes.baseAddress, Int32(bytes.count))
    defer { BIO_free(input) }
    guard let archive = d2i_PKCS12_bio(input, nil) else { return }
    defer { PKCS12_free(archive) }
    var own: OpaquePointer?
    guard PKCS12_parse(archive, password, &key, &own, nil) == 1 else { return }
    if let own { certificates.append(own) }
  }
}

extension [UInt8] {
  fileprivate func contains(sequence text: String) -> Bool {
    firstRange(of: Array(text.utf8)) != nil
  }
}
