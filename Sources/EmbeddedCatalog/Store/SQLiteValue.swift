/// A value bound to a statement or read from a row.
enum SQLiteValue: Sendable, Hashable {
  case null
  case integer(Int64)
  case text(String)

  /// The text; empty when this is none.
  var text: String { if case .text(let value) = self { value } else { "" } }

  /// The number; 0 when this is none.
  var integer: Int64 { if case .integer(let value) = self { value } else { 0 } }

  /// The text or nil.
  var optionalText: String? { if case .text(let value) = self { value } else { nil } }

  /// A truth value as SQLite keeps it.
  static func flag(_ value: Bool) -> SQLiteValue { .integer(value ? 1 : 0) }

  /// A text or null.
  static func optional(_ value: String?) -> SQLiteValue { value.map { .text($0) } ?? .null }
}
