import Diagnostics
public import JSONDocuments
public import ModelManifests

extension FieldPath {
  /// Whether the field has the name of a secret: a hyper-parameter `password`, a custom property
  /// `client_secret`.
  public var isOfSecret: Bool {
    switch (topLevelMember, segments.last) {
    case ("mlHyperParameters", .member("value")?):
      segments.contains {
        if case .element(let name) = $0 { SecretKeys.contains(name) } else { false }
      }
    case ("extension", _):
      segments.dropFirst().contains { segment in
        switch segment {
        case .member(let name), .element(let name): SecretKeys.contains(name)
        }
      }
    default: false
    }
  }

  /// A value of the field as reports show it, with `<redacted>` in the place of what looks like a
  /// secret: what is written is the value itself.
  public func shown(_ value: JSON?) -> JSON? {
    guard let value else { return nil }
    return isOfSecret && value != true ? .string(SecretText.mark) : value.withoutSecrets
  }
}

extension JSON {
  /// The value with `<redacted>` in the place of what looks like a secret.
  fileprivate var withoutSecrets: JSON {
    switch self {
    case .string(let text): .string(SecretText.hidden(inValue: text))
    case .array(let elements): .array(elements.map(\.withoutSecrets))
    case .object(let object):
      .object(
        JSONObject(
          object.members.map { member in
            let isSecret = SecretKeys.contains(member.key)
            return JSONObject.Member(
              key: member.key,
              value: isSecret ? .string(SecretText.mark) : member.value.withoutSecrets)
          }))
    case .null, .bool, .number: self
    }
  }
}

extension ModelPlan {
  /// Hides what looks like a secret in what is shown; what is written stays.
  public mutating func hideSecrets() {
    changes = changes.map(\.withoutSecrets)
    for index in kept.indices { kept[index].value = kept[index].path.shown(kept[index].value) }
    for index in conflicts.indices {
      let path = conflicts[index].path
      conflicts[index].catalog = path.shown(conflicts[index].catalog)
      conflicts[index].manifest = path.shown(conflicts[index].manifest)
    }
  }
}

extension FieldChange {
  /// The change with `<redacted>` in the place of what looks like a secret.
  var withoutSecrets: FieldChange {
    var change = self
    change.before = path.shown(before)
    change.after = path.shown(after)
    return change
  }
}
