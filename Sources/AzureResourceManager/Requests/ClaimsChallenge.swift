import FoundationEssentials

/// What a refused token lacks, as `WWW-Authenticate: Bearer …, claims="…"` says it.
enum ClaimsChallenge {
  /// The claims as JSON; nil when the field demands none.
  static func claims(in field: String?) -> String? {
    guard let field, let start = field.firstRange(of: "claims=\"")?.upperBound,
      let end = field[start...].firstIndex(of: "\"")
    else { return nil }
    let standard = field[start..<end].map { $0 == "-" ? "+" : $0 == "_" ? "/" : $0 }
    let text = standard.filter { $0 != "=" }
    let padding = String(repeating: "=", count: (4 - text.count % 4) % 4)
    guard let data = Data(base64Encoded: String(text) + padding) else { return nil }
    return String(decoding: data, as: UTF8.self)
  }
}
