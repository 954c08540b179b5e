/// A row of the system catalog, read from left to right.
struct CatalogRow {
  private var values: ArraySlice<String?>
  private let subject: String

  init(_ values: [String?], of subject: String) {
    self.values = values[...]
    self.subject = subject
  }

  /// The next value; nil is NULL.
  mutating func optionalText() -> String? {
    values.popFirst() ?? nil
  }

  /// The next value.
  ///
  /// - Throws: ``PostgresSourceError/unexpectedAnswer(_:)`` for NULL.
  mutating func text() throws(PostgresSourceError) -> String {
    guard let text = optionalText() else { throw .unexpectedAnswer(subject) }
    return text
  }

  /// The next value as a number.
  mutating func integer() throws(PostgresSourceError) -> Int {
    guard let number = Int(try text()) else { throw .unexpectedAnswer(subject) }
    return number
  }

  /// The next value as a number; nil for NULL.
  mutating func optionalInteger() throws(PostgresSourceError) -> Int? {
    guard let text = optionalText() else { return nil }
    guard let number = Int(text) else { throw .unexpectedAnswer(subject) }
    return number
  }

  /// The next value as a truth value.
  mutating func flag() throws(PostgresSourceError) -> Bool {
    try text() == "t"
  }

  /// The next value as one of an enumeration.
  mutating func choice<Choice: RawRepresentable<String>>(
    _: Choice.Type
  ) throws(PostgresSourceError) -> Choice {
    guard let choice = Choice(rawValue: try text()) else { throw .unexpectedAnswer(subject) }
    return choice
  }
}
