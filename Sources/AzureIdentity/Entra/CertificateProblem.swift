/// Why a file is no certificate with its key.
struct CertificateProblem: Error {
  /// One phrase; OpenSSL's own texts are not repeated, they say less.
  let message: String
}
