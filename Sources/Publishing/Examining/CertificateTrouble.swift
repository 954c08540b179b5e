import Diagnostics
import FoundationEssentials
import HTTPClient

/// Says what is wrong with the certificates of a server, from what it shows.
struct CertificateTrouble {
  let server: ServerURL
  let chain: [ServerCertificate]
  /// Where the authorities come from, in words.
  let trust: String

  /// The finding; of a server that shows no certificate the words of TLS.
  func finding(_ error: TransportError) -> Diagnostic {
    guard let own = chain.first else {
      return Diagnostic(.insecureConnection, error.message, hint: error.hint)
    }
    let now = Int64(Date().timeIntervalSince1970)
    if let out = chain.first(where: { $0.ends.map { $0 < now } ?? false }) {
      return Diagnostic(
        .certificateOutOfDate,
        "the certificate of `\(name(out))` ended \(Moment.text(out.ends ?? 0))",
        hint: "renew it at the server; here it is \(Moment.text(now))")
    }
    if let early = chain.first(where: { $0.begins.map { $0 > now } ?? false }) {
      return Diagnostic(
        .certificateOutOfDate,
        "the certificate of `\(name(early))` begins \(Moment.text(early.begins ?? 0))",
        hint: "set this machine's clock; here it is \(Moment.text(now))")
    }
    let words = error.message.lowercased()
    if words.contains("subject name") || words.contains("subjectaltname")
      || words.contains("hostname mismatch") || words.contains("ip address mismatch")
    {
      let names = own.names.isEmpty ? [name(own)] : own.names
      return Diagnostic(
        .certificateForOther,
        "the certificate is for \(names.map { "`\($0)`" }.joined(separator: ", ")), not for "
          + "`\(server.host)`",
        hint: "ask for the server by one of these names, or add `\(server.host)` to the certificate"
      )
    }
    return unknownIssuer(own)
  }

  private func unknownIssuer(_ own: ServerCertificate) -> Diagnostic {
    let variables = "let OPENMETADATA_CA_BUNDLE or SSL_CERT_FILE name a PEM file with"
    if own.isSelfIssued {
      return Diagnostic(
        .unknownIssuer, "the certificate of `\(name(own))` is issued by itself; \(trust)",
        hint: "\(variables) this certificate")
    }
    let last = chain[chain.count - 1]
    let issuer = ServerCertificate.commonName(last.issuer)
    if last.isSelfIssued {
      return Diagnostic(
        .unknownIssuer, "the authority `\(issuer)` is not trusted here; \(trust)",
        hint: "\(variables) its certificate")
    }
    return Diagnostic(
      .unknownIssuer,
      "`\(issuer)`, which issued the certificate of `\(name(last))`, is not known here, and the "
        + "server does not send its certificate; \(trust)",
      hint: "\(variables) the certificate of `\(issuer)`; if that is an intermediate one, let the "
        + "server send its whole chain")
  }

  private func name(_ certificate: ServerCertificate) -> String {
    ServerCertificate.commonName(certificate.subject)
  }
}
