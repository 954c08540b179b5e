public import HTTPClient
public import JSONDocuments

extension JSON {
  /// The value with `<redacted>` in the place of each secret in its texts and keys; of members whose
  /// keys differ in secrets only, the first stays.
  public func redacted(by redactor: Redactor) -> JSON {
    switch self {
    case .string(let text): .string(redactor.redact(text))
    case .array(let elements): .array(elements.map { $0.redacted(by: redactor) })
    case .object(let object): .object(object.redacted(by: redactor))
    case .null, .bool, .number: self
    }
  }
}

extension JSONObject {
  /// The object with `<redacted>` in the place of each secret in its texts and keys.
  func redacted(by redactor: Redactor) -> JSONObject {
    var keys: Set<[UInt8]> = []
    return JSONObject(
      members.compactMap { member in
        let key = redactor.redact(member.key)
        guard keys.insert(Array(key.utf8)).inserted else { return nil }
        return Member(key: key, value: member.value.redacted(by: redactor))
      })
  }
}
