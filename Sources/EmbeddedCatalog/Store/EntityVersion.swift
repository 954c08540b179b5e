import JSONDocuments

/// The version of an entity in tenths: 0.1 first, small changes add 0.1, large ones 1.0.
struct EntityVersion: Sendable, Hashable {
  let tenths: Int64

  static let first = EntityVersion(tenths: 1)

  init(tenths: Int64) { self.tenths = tenths }

  /// Reads a text such as `0.2` or `3`.
  init?(_ text: String) {
    guard let number = Double(text), number >= 0, number < 1_000_000 else { return nil }
    tenths = Int64((number * 10).rounded())
  }

  func next(major: Bool) -> EntityVersion { EntityVersion(tenths: tenths + (major ? 10 : 1)) }

  /// One digit after the point, as the server writes a double.
  var text: String { "\(tenths / 10).\(tenths % 10)" }

  var json: JSON { .number(JSONNumber(lexeme: text)) }
}
