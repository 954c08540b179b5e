import Diagnostics
import JSONDocuments
import RegisteredModels

/// How a lock writes and reads the tags of registries, and what these could not tell.
enum LockedTag {
  static func document(_ tag: RegistryTag) -> JSON {
    [
      "carrier": .string(tag.carrier.rawValue),
      "key": .string(tag.key),
      "value": .string(SecretKeys.isSensitive(tag.key) ? SecretText.mark : tag.value.value),
      "origin": .string(tag.value.origin),
    ]
  }

  static func tag(_ entry: RecordedValue) throws(RecordShapeError) -> RegistryTag {
    let carrier = try entry.member("carrier")
    guard let known = RegistryTag.Carrier(rawValue: try carrier.text) else {
      throw carrier.error("carries no tags")
    }
    return RegistryTag(
      known, key: try entry.text("key"), value: try LockedVersion.sourced(entry))
  }

  static func document(_ gap: RegistryGap) -> JSON {
    .object(
      JSONObject(given: [
        "subject": .string(gap.subject.rawValue),
        "message": .string(gap.message), "isForbidden": gap.isForbidden ? true : nil,
      ]))
  }

  static func gap(_ entry: RecordedValue) throws(RecordShapeError) -> RegistryGap {
    let subject = try entry.member("subject")
    guard let known = RegistryGap.Subject(rawValue: try subject.text) else {
      throw subject.error("is nothing that a registry tells")
    }
    return RegistryGap(
      known, try entry.text("message"), isForbidden: try entry.flag("isForbidden"))
  }
}
