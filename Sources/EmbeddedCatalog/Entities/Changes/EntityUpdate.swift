import JSONDocuments

/// An entity on its way from one state to the next, field by field.
struct EntityUpdate {
  /// How the new state was given.
  enum Operation: Sendable {
    /// A create request: what it leaves out may mean deletion.
    case put
    /// The whole entity.
    case patch
  }

  let kind: any EntityKind
  let operation: Operation
  let context: CatalogContext
  /// Whether the request asked that a bot's values win.
  let overridesMetadata: Bool
  private(set) var original: JSONObject
  var updated: JSONObject
  var changes = ChangeLog()

  init(
    _ kind: any EntityKind, _ operation: Operation, from original: JSONObject,
    to updated: JSONObject, overridesMetadata: Bool = false, in context: CatalogContext
  ) {
    self.kind = kind
    self.operation = operation
    self.original = original
    self.updated = updated
    self.overridesMetadata = overridesMetadata
    self.context = context
  }

  var line: ServerLine { context.line }
  var isPut: Bool { operation == .put }
  /// Whether values that people may have edited are kept.
  var isBotPut: Bool { isPut && context.principal.isBot && !overridesMetadata }

  /// Whether a bot's PUT leaves what its policy denies.
  private var guardsFieldsFromBots: Bool {
    line.guardsFieldsFromBots || context.deviation.guardsFieldsFromBots
  }

  /// Applies the rule of every field; afterwards `updated` is what is to be stored.
  mutating func run() throws(CatalogFault) {
    original = try GoneReferences(context).removed(from: original, kind)
    for field in kind.fields(line) {
      // What is shown without being held does not become held by being sent back.
      if original[field.name] == nil, let standard = field.standard,
        updated[field.name] == standard
      {
        updated[field.name] = nil
      }
      try apply(field.update, to: field.name)
    }
    // Members of lines other than this one stay as they are.
    let known = Set(kind.fields(line).map(\.name))
    for member in original.members where !known.contains(member.key) {
      updated[member.key] = member.value
    }
    // The order of members does not depend on who wrote last.
    updated = JSONObject(
      original.members.compactMap { member in
        updated[member.key].map { JSONObject.Member(key: member.key, value: $0) }
      } + updated.members.filter { original[$0.key] == nil })
  }

  private mutating func apply(_ rule: FieldUpdate, to name: String) throws(CatalogFault) {
    if isPut, context.deviation.deniedFields.contains(name) { return keep(name) }
    switch rule {
    case .fixed: updated[name] = original[name]
    case .value(let weight): try record(name, weight)
    case .keptWhenAbsent(let weight):
      if isPut, updated[name] == nil { keep(name) }
      try record(name, weight)
    case .description:
      if isBotPut || isPut && context.principal.isBot && !guardsFieldsFromBots,
        isFilled(original[name])
      {
        keep(name)
      }
      try record(name, .minor)
    case .displayName:
      if try isGuarded(name, .editDisplayName) { keep(name) }
      try record(name, .minor)
    case .owners:
      if try isGuarded(name, .editOwners) { keep(name) }
      try replaceReferences(name)
    case .domains:
      if isPut, !isFilled(updated[name]) { keep(name) }
      if isPut, context.principal.isBot, isFilled(original[name]) { keep(name) }
      try recordList(name, .minor)
    case .dataProducts:
      if guardsFieldsFromBots, isBotPut { keep(name) }
      try recordList(name, .minor)
    case .tags: try replaceTags(name)
    case .customProperties: replaceCustomProperties(name)
    case .list(let weight):
      try recordList(name, weight)
    case .sourceHash: try record(name, line < ServerLine(1, 11) ? .minor : .none)
    case .custom(let apply): try apply(&self, name)
    }
  }

  /// Whether a bot's PUT leaves a field because a policy keeps the bot from editing it.
  private func isGuarded(_ name: String, _ operation: MetadataOperation) throws(CatalogFault)
    -> Bool
  {
    guard guardsFieldsFromBots, isBotPut, isFilled(original[name]) else { return false }
    return try Authorizer(context).denies(operation, kind)
  }

  mutating func keep(_ name: String) { updated[name] = original[name] }

  func isFilled(_ value: JSON?) -> Bool {
    switch value {
    case nil, .null, .string(""), .array([]): false
    default: true
    }
  }

  mutating func record(_ name: String, _ weight: FieldUpdate.Weight) throws(CatalogFault) {
    changes.record(name, from: try told(original[name]), to: try told(updated[name]), weight)
  }

  /// Compares two lists as sets; another order alone is no change and is not stored.
  mutating func recordList(_ name: String, _ weight: FieldUpdate.Weight) throws(CatalogFault) {
    guard let (added, deleted) = difference(original[name], updated[name]) else {
      return try record(name, weight)
    }
    if added.isEmpty, deleted.isEmpty { return keep(name) }
    changes.record(
      name, added: try added.map { (value) throws(CatalogFault) in try told(value) },
      deleted: try deleted.map { (value) throws(CatalogFault) in try told(value) }, weight)
  }

  /// A value as a change tells it: what is referred to is named as it is called now.
  private func told(_ value: JSON?) throws(CatalogFault) -> JSON? {
    try value.map { (value) throws(CatalogFault) in try told(value) }
  }

  private func told(_ value: JSON) throws(CatalogFault) -> JSON {
    guard case .object(var told) = value, value["name"] == nil,
      let type = value["type"]?.string, context.kinds[type] != nil,
      let reference = try EntityPresenter(context).reference(value)?.object
    else { return value }
    for member in reference.members { told[member.key] = member.value }
    return .object(told)
  }

  /// What is only in one of two lists; nil when one is no list.
  func difference(_ old: JSON?, _ new: JSON?) -> (added: [JSON], deleted: [JSON])? {
    guard let old = (old ?? []).array, let new = (new ?? []).array else { return nil }
    let before = Set(old.map(\.exactForm))
    let after = Set(new.map(\.exactForm))
    return (
      new.filter { !before.contains($0.exactForm) }, old.filter { !after.contains($0.exactForm) }
    )
  }

  /// An empty list in a PUT keeps what there is.
  private mutating func replaceReferences(_ name: String) throws(CatalogFault) {
    if isPut, !isFilled(updated[name]) { return keep(name) }
    try recordList(name, .minor)
    if updated[name] == [] { updated[name] = nil }
  }

  /// Every value is compared on its own, as `extension.<name>` when it became another.
  private mutating func replaceCustomProperties(_ name: String) {
    if isPut, updated[name] == nil || context.principal.isBot { return keep(name) }
    let old = original[name]?.object ?? JSONObject()
    let new = updated[name]?.object ?? JSONObject()
    var added: [JSON] = []
    var deleted: [JSON] = []
    for member in new.members {
      guard let before = old[member.key] else {
        added.append(.object(JSONObject([member])))
        continue
      }
      changes.record("\(name).\(member.key)", from: before, to: member.value, .minor)
    }
    for member in old.members where new[member.key] == nil {
      deleted.append(.object(JSONObject([member])))
    }
    changes.record(name, added: added, deleted: deleted, .minor)
  }
}
