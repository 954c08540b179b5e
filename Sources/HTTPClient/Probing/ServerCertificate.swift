/// A certificate that a server showed, as libcurl tells of it; nothing of it was verified.
public struct ServerCertificate: Sendable, Hashable {
  /// Whom it is for, as OpenSSL writes names.
  public let subject: String
  /// Who issued it.
  public let issuer: String
  /// The names and addresses that it was made for.
  public let names: [String]
  /// From when on it holds, in seconds since 1970; nil when that cannot be read.
  public let begins: Int64?
  /// Until when it holds.
  public let ends: Int64?

  /// Whether it was issued by its own holder.
  public var isSelfIssued: Bool { subject == issuer }

  /// The last part of a name, which people know it by.
  public static func commonName(_ name: String) -> String {
    let part = name.split(separator: ",").last { $0.contains("CN") }
    guard let part, let equals = part.firstIndex(of: "=") else { return name }
    return HeaderSyntax.trimmed(part[part.index(after: equals)...])
  }

  /// Takes the lines `NAME:VALUE` of libcurl's `CURLINFO_CERTINFO`.
  init(_ lines: [String]) {
    func value(_ name: String) -> String? {
      guard let line = lines.first(where: { $0.hasPrefix("\(name):") }) else { return nil }
      return HeaderSyntax.trimmed(line.dropFirst(name.count + 1))
    }
    subject = value("Subject") ?? ""
    issuer = value("Issuer") ?? ""
    begins = value("Start date").flatMap { HTTPDate.secondsSince1970(ofCertificate: $0) }
    ends = value("Expire date").flatMap { HTTPDate.secondsSince1970(ofCertificate: $0) }
    let names: String = value("X509v3 Subject Alternative Name") ?? ""
    self.names = names.split(separator: ",").compactMap { name in
      name.firstIndex(of: ":").map { HeaderSyntax.trimmed(name[name.index(after: $0)...]) }
    }
  }
}
