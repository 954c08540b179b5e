/// What OpenMetadata's connectors write instead of characters that its names may not have, in the
/// names of tables and columns (`metadata.ingestion.models.custom_pydantic`, 1.6 and later).
extension FullyQualifiedName {
  private static let replacements = [
    ("::", "__reserved__colon__"), (">", "__reserved__arrow__"), ("\"", "__reserved__quote__"),
    ("\n", "__reserved__newline__"), ("\r", "__reserved__carriage_return__"),
    ("\t", "__reserved__tab__"),
  ]

  /// The name as a connector would have stored it; nil when that is the same.
  public var withReservedCharacters: FullyQualifiedName? {
    let encoded = FullyQualifiedName(parts.map { Self.replacingReserved($0) })
    return encoded == self ? nil : encoded
  }

  /// Looks at code points: to a `Character` a line end of two is one.
  private static func replacingReserved(_ part: String) -> String {
    var scalars = part.unicodeScalars
    for (character, word) in replacements {
      scalars.replace(character.unicodeScalars, with: word.unicodeScalars)
    }
    return String(scalars)
  }
}
