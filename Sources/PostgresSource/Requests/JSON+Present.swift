import JSONDocuments

extension JSON {
  /// An object of the members that have a value.
  static func present(_ members: KeyValuePairs<String, JSON?>) -> JSON {
    .object(
      JSONObject(
        members.compactMap { key, value in
          value.map { JSONObject.Member(key: key, value: $0) }
        }))
  }

  /// A text, or nothing.
  static func text(_ text: String?) -> JSON? { text.map(JSON.string) }

  /// A whole number, or nothing.
  static func number(_ number: Int?) -> JSON? { number.map { .number(JSONNumber($0)) } }
}
