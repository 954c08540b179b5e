import FullyQualifiedNames

/// Names as manifests write them in the form in which a server knows them.
struct CatalogNames {
  let quoting: NameQuoting

  init(_ quoting: NameQuoting) {
    self.quoting = quoting
  }

  /// A fully qualified name quoted as the server quotes; a text that is none stays as it is.
  func normalised(_ text: String) -> String {
    (try? FullyQualifiedName(parsing: text).text(quoting)) ?? text
  }

  /// One part of a name, quoted when the server quotes it.
  func normalised(part: String) -> String {
    (try? FullyQualifiedName([part]).text(quoting)) ?? part
  }

  /// The name under which the server keeps a user: the local part of an address, in lower case.
  static func userName(_ text: String) -> String {
    String(text.prefix { $0 != "@" }).lowercased()
  }
}
