import CPostgreSQL

/// Where a database is and who reads it, from a `postgresql://` URL.
///
/// What the URL leaves out comes from the `PG…` variables and files that libpq knows.
public struct PostgresAddress: Sendable {
  /// The URL as it was given, with its password.
  let url: String
  /// The values that the URL itself gives, by libpq's names.
  private let given: [String: String]

  /// Reads a URL.
  ///
  /// - Throws: ``PostgresSourceError/invalidAddress``; libpq's own words are not repeated, because
  ///   they quote the URL with its password.
  public init(parsing url: String) throws(PostgresSourceError) {
    guard url.hasPrefix("postgresql://") || url.hasPrefix("postgres://"), !url.utf8.contains(0)
    else { throw .invalidAddress }
    var complaint: UnsafeMutablePointer<CChar>?
    defer { PQfreemem(complaint) }
    guard let options = PQconninfoParse(url, &complaint) else { throw .invalidAddress }
    defer { PQconninfoFree(options) }
    self.url = url
    given = Self.values(of: options)
  }

  private static func values(
    of options: UnsafeMutablePointer<PQconninfoOption>
  ) -> [String: String] {
    var values: [String: String] = [:]
    var option = options
    while let name = option.pointee.keyword {
      if let value = option.pointee.val { values[String(cString: name)] = String(cString: value) }
      option += 1
    }
    return values
  }

  /// How the connection is secured (`disable`, `prefer`, `verify-full`, …), when the URL says.
  var securityMode: String? { given["sslmode"] }

  /// A text without the password of the URL, should it occur in it.
  ///
  /// Only where it stands by itself: a short one is part of many words.
  func redacting(_ text: String) -> String {
    guard let password = given["password"], !password.isEmpty else { return text }
    var rest = text[...]
    var redacted = ""
    while let range = rest.firstRange(of: password) {
      redacted += rest[..<range.lowerBound]
      let continues = [redacted.last, rest[range.upperBound...].first].contains { neighbour in
        neighbour.map { $0.isLetter || $0.isNumber } ?? false
      }
      redacted += continues ? password : "<redacted>"
      rest = rest[range.upperBound...]
    }
    return redacted + rest
  }
}
