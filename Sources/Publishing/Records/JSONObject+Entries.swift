import JSONDocuments

extension JSONObject {
  /// Takes the members that have a value.
  init(given members: KeyValuePairs<String, JSON?>) {
    self.init()
    for (key, value) in members { self[key] = value }
  }
}

extension JSON {
  /// The members of an object by their keys; none when this is no object.
  var entries: [String: JSON] {
    Dictionary((object?.members ?? []).map { ($0.key, $0.value) }) { first, _ in first }
  }

  /// An object of entries; nil when there are none.
  init?(entries: [String: JSON]) {
    if entries.isEmpty { return nil }
    self = .object(JSONObject(entries.map { JSONObject.Member(key: $0.key, value: $0.value) }))
  }

  /// A list of texts; nil when there are none.
  init?(texts: [String]) {
    if texts.isEmpty { return nil }
    self = .array(texts.map { .string($0) })
  }
}
