import Diagnostics
import YAMLSource

/// A mapping of the manifest or of the project config that the field table describes.
protocol ManifestRecord: Sendable {
  /// The table's rows, in the order in which documentation shows them.
  static var fields: [ManifestField<Self>] { get }
  /// The keys without which the record cannot be told from others and is dropped.
  static var identity: Set<String> { get }
  /// A record in which nothing is given yet.
  ///
  /// Required values stand in until they are read; a record that lacks one always has a finding
  /// that blocks its model, and the key is noted as unread.
  init(blankAt range: SourceRange)
  /// What to do with a key that belongs somewhere else entirely; nil for any other unknown key.
  static func home(of key: String) -> String?
  /// Where a password or token that somebody writes into the record belongs.
  static var credentials: CredentialHome { get }
  /// What names the record in a field path, from the texts of its keys.
  static func elementKey(_ text: (String) -> String?) -> String?
  /// The mapping that a text in its place stands for, in flow style.
  static func flowForm(_ text: String) -> String
  /// Notes that a key is there, or should be, and that its value or a part of it is not known.
  mutating func note(unread key: String)
  /// Checks what concerns several keys at once.
  mutating func check(_ entries: [YAMLEntry], _ decoding: inout Decoding)
}

extension ManifestRecord {
  static var identity: Set<String> { ["name"] }

  static func elementKey(_ text: (String) -> String?) -> String? { text("name") }

  static func home(of key: String) -> String? { nil }

  static var credentials: CredentialHome { .openMetadata }

  mutating func note(unread key: String) {}

  mutating func check(_ entries: [YAMLEntry], _ decoding: inout Decoding) {}

  /// The text under the first key, and examples for the others that must be there.
  static func flowForm(_ text: String) -> String {
    let required = descriptions.filter(\.isRequired)
    let members = (required.isEmpty ? descriptions.prefix(1) : required[...]).enumerated()
      .map { "\($1.key): \($0 == 0 ? ScalarText.item(text) : $1.example)" }
    return "{\(members.joined(separator: ", "))}"
  }

  /// The record's rows without the way they are decoded.
  static var descriptions: [FieldDescription] { fields.map(\.description) }
}
