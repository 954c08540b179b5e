import Diagnostics
import YAMLSource

extension Decoding {
  /// Reads a mapping by the field table; nil when it is none or nothing tells it from others.
  mutating func record<Record: ManifestRecord>(_ node: YAMLNode, _: Record.Type) -> Record? {
    guard case .mapping(let entries) = node.content else {
      reportWrongKind(node, expected: "a mapping") { $0.filledText.map(Record.flowForm) }
      return nil
    }
    var record = Record(blankAt: node.place)
    var refused: Set<String> = []
    var seen: Set<String> = []
    var meant: Set<String> = []
    for entry in entries {
      guard let field: ManifestField<Record> = field(for: entry, meant: &meant) else { continue }
      let key = field.description.key
      seen.insert(key)
      let (isTaken, isWhole) = within(field.description) { decoding in
        (decoding.take(entry, into: &record, field), decoding.isWhole)
      }
      if !isTaken { refused.insert(key) }
      if !isTaken || !isWhole { record.note(unread: key) }
    }
    for field in Record.descriptions where field.isRequired && !seen.contains(field.key) {
      if let other = field.unless, seen.contains(other) || meant.contains(other) { continue }
      // A misspelt key is one mistake; the hint about it names the key that was meant.
      if !meant.contains(field.key) { reportMissing(field, in: node) }
      refused.insert(field.key)
      record.note(unread: field.key)
    }
    for key in meant.subtracting(seen) { record.note(unread: key) }
    record.check(entries, &self)
    return refused.isDisjoint(with: Record.identity) ? record : nil
  }

  /// Says when two keys are there that say the same.
  mutating func checkExclusive(
    _ names: [String], _ entries: [YAMLEntry], message: String? = nil, hint: String
  ) {
    let keys = entries.filter { $0.keyText.map(names.contains) == true }.map(\.key)
      .sorted { $0.place.start < $1.place.start }
    guard keys.count == 2 else { return }
    report(
      codes.conflictingKeys,
      message ?? "`\(names[0])` and `\(names[1])` name the same thing", hint: hint,
      at: keys[1].place, notes: [Diagnostic.Note("the other is here", at: keys[0].place)])
  }

  /// The row for an entry; nil with a finding, or for keys that are free.
  ///
  /// The key that a misspelt one most likely stands for is noted in `meant`.
  private mutating func field<Record: ManifestRecord>(
    for entry: YAMLEntry, meant: inout Set<String>
  ) -> ManifestField<Record>? {
    guard let key = entry.keyText else {
      report(codes.keyIsNoText, "a key must be text", at: entry.key)
      return nil
    }
    if key.hasPrefix("x-") { return nil }
    guard let field = Record.fields.first(where: { $0.description.key == key }) else {
      if let home = Record.home(of: key) ?? Record.credentials.hint(for: key) {
        report(codes.unknownKey, "the key `\(key)` is not known here", hint: home, at: entry.key)
        return nil
      }
      let closest = SpellingSuggestion.best(for: key, among: Record.descriptions.map(\.key))
      if let closest { meant.insert(closest) }
      let only = SpellingSuggestion.only(for: key, among: Record.descriptions.map(\.key))
      reportUnknown(
        key, at: entry.key, closest: closest, fix: only.map { .replace(key, with: $0) })
      return nil
    }
    return field
  }

  private mutating func take<Record>(
    _ entry: YAMLEntry, into record: inout Record, _ field: ManifestField<Record>
  ) -> Bool {
    if case .scalar(let scalar) = entry.value.content, scalar.isNull,
      !field.description.isNullable
    {
      report(
        codes.emptyKey, "`\(field.description.key)` needs a value",
        hint: "for example `\(field.description.key): \(field.description.example)`",
        at: entry.key)
      return false
    }
    return field.take(entry.value, &record, &self)
  }

  private mutating func reportUnknown(
    _ key: String, at node: YAMLNode, closest: String?, fix: Fix?
  ) {
    let hint: String
    if let closest {
      hint = "did you mean `\(closest)`?"
    } else if let home = ManifestFields.home(of: key) {
      hint = "`\(key)` belongs \(home)"
    } else {
      hint = "keys of your own begin with `x-`"
    }
    report(codes.unknownKey, "the key `\(key)` is not known here", hint: hint, at: node, fix: fix)
  }

  private mutating func reportMissing(_ field: FieldDescription, in node: YAMLNode) {
    report(
      codes.missingKey, "`\(field.key)` is missing",
      hint: "add it, for example `\(field.key): \(field.example)`",
      at: node.firstKeyRange ?? node.place)
  }
}
