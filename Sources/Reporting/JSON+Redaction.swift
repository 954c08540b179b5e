import HTTPClient
import JSONDocuments

extension JSON {
  /// The value with `<redacted>` in the place of each secret in its texts.
  func redacted(by redactor: Redactor) -> JSON {
    switch self {
    case .string(let text): .string(redactor.redact(text))
    case .array(let elements): .array(elements.map { $0.redacted(by: redactor) })
    case .object(let object):
      .object(
        JSONObject(
          object.members.map { member in
            JSONObject.Member(key: member.key, value: member.value.redacted(by: redactor))
          }))
    case .null, .bool, .number: self
    }
  }
}
