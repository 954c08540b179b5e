import JSONDocuments
import ModelManifests
import Reconciler

extension SavedPlan {
  /// Whether something in it is a password, a token or a key: a plan holds word for word what is
  /// written, and what the catalog has beside it.
  public var holdsSecret: Bool { JSON.object(content).holdsSecret(named: nil) }
}

extension JSON {
  fileprivate func holdsSecret(named name: String?) -> Bool {
    switch self {
    case .string(let text): PublishedSecret(in: text, named: name) != nil
    case .array(let elements): elements.contains { $0.holdsSecret(named: name) }
    case .object(let object): object.holdsSecret
    case .null, .bool, .number: false
    }
  }
}

extension JSONObject {
  /// A parameter, or a leaf of a plan, has its name beside its value.
  fileprivate var holdsSecret: Bool {
    let path = self["path"].flatMap { try? PlannedField.path(RecordedValue($0)) }
    let name = self["name"] ?? self["property"]
    let own = path?.isOfSecret == true ? "secret" : name?.string
    return members.contains { member in
      let isValue = ["value", "before", "after", "catalog", "manifest"].contains(member.key)
      return member.value.holdsSecret(named: isValue ? own : member.key)
    }
  }
}
