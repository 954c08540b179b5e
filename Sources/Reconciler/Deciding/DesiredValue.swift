import JSONDocuments

/// What a manifest wants of a field.
enum DesiredValue: Sendable, Equatable {
  /// It does not give the field.
  case absent
  /// It says that there shall be no value.
  case empty
  /// It gives a value.
  case value(JSON)
}
