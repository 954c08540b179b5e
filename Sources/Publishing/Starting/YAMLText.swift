import JSONDocuments

/// Texts as YAML scalars.
enum YAMLText {
  /// A text in double quotes; YAML reads those as JSON does.
  static func quoted(_ text: String) -> String { JSON.string(text).text() }

  /// A text without quotes where it is read as it is, else in double quotes.
  static func scalar(_ text: String) -> String {
    let isPlain =
      text.first?.isLetter == true && text.last != " "
      && text.unicodeScalars.allSatisfy { $0.isASCII && isOfWord($0) }
      && !["null", "Null", "NULL"].contains(text)
    return isPlain ? text : quoted(text)
  }

  private static func isOfWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
      || "_-./ ".unicodeScalars.contains(scalar)
  }
}
