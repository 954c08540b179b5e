import Glibc

/// The one place that libcurl gets certificate authorities from.
///
/// Never a file and a directory together: libcurl's cache of parsed bundles is off then, which
/// costs about 20 ms for every connection.
enum CertificateStore: Sendable, Hashable {
  case bundle(String)
  case directory(String)
  /// Whatever libcurl was built with.
  case compiledIn
  case unverified

  /// Looks at the file system.
  ///
  /// - Throws: ``TransportError`` when a path that the operator named cannot serve.
  init(_ trust: CertificateTrust) throws(TransportError) {
    switch trust {
    case .unverified: self = .unverified
    case .system: self = CertificateStore.ofSystem()
    case .path(let path, let variable):
      if CertificateStore.isHashedDirectory(path) {
        self = .directory(path)
      } else if CertificateStore.isDirectory(path) {
        throw TransportError(
          .insecure, "the directory \(path) holds no hashed certificates",
          hint: "run 'openssl rehash' on it, or let \(variable) name a PEM file")
      } else if access(path, R_OK) == 0 {
        self = .bundle(path)
      } else {
        throw TransportError(
          .insecure, "the certificates \(path) cannot be read",
          hint: "\(variable) must name a PEM file or a hashed directory")
      }
    }
  }

  private static func ofSystem() -> CertificateStore {
    if isHashedDirectory("/etc/ssl/certs") { return .directory("/etc/ssl/certs") }
    let bundles = ["/etc/ssl/certs/ca-certificates.crt", "/etc/pki/tls/certs/ca-bundle.crt"]
    return bundles.first { access($0, R_OK) == 0 }.map { .bundle($0) } ?? .compiledIn
  }

  private static func isDirectory(_ path: String) -> Bool {
    guard let directory = opendir(path) else { return false }
    closedir(directory)
    return true
  }

  /// Whether a directory holds a file such as `5ed36f99.0`, by which OpenSSL finds issuers.
  private static func isHashedDirectory(_ path: String) -> Bool {
    guard let directory = opendir(path) else { return false }
    defer { closedir(directory) }
    while let entry = readdir(directory) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        Array(bytes.prefix { $0 != 0 })
      }
      let isHash = name.prefix(8).allSatisfy { Character(Unicode.Scalar($0)).isHexDigit }
      if name.count >= 10, name[8] == UInt8(ascii: "."), isHash { return true }
    }
    return false
  }
}
