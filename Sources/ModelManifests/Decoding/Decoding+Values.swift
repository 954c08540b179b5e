import Diagnostics
import YAMLSource

extension Decoding {
  /// A scalar's text; nil with a finding for anything else.
  mutating func text(_ node: YAMLNode) -> Located<String>? {
    guard case .scalar(let scalar) = node.content, !scalar.isNull else {
      reportWrongKind(node, expected: "text")
      return nil
    }
    return Located(scalar.text, at: node.place)
  }

  /// One of the words of an enumeration.
  mutating func word<Word: RawRepresentable & CaseIterable>(
    _ node: YAMLNode, _: Word.Type, meanings: [String: Word] = [:]
  ) -> Located<Word>? where Word.RawValue == String {
    let words = Word.allCases.map(\.rawValue)
    guard let text = word(node, of: words, meanings: meanings.mapValues(\.rawValue)) else {
      return nil
    }
    return Word(rawValue: text.value).map { Located($0, at: text.range) }
  }

  /// One of some words; a near miss is named, and so is what other words for it mean.
  mutating func word(
    _ node: YAMLNode, of words: [String], meanings: [String: String] = [:]
  ) -> Located<String>? {
    guard let text = text(node) else { return nil }
    if words.contains(text.value) { return text }
    let list = words.map { "`\($0)`" }.joined(separator: ", ")
    let closest =
      meanings[text.value.lowercased()]
      ?? SpellingSuggestion.best(for: text.value, among: words)
    let hint = closest.map { "did you mean `\($0)`? allowed are \(list)" } ?? "allowed are \(list)"
    let meant =
      meanings[text.value.lowercased()] ?? SpellingSuggestion.only(for: text.value, among: words)
    let isCase = closest?.lowercased() == text.value.lowercased()
    report(
      codes.unknownChoice,
      "`\(path)` cannot be `\(text.value)`" + (isCase ? "; letter case matters" : ""),
      hint: hint, at: node, fix: meant.map { .replace(text.value, with: $0) })
    return nil
  }

  /// The entries of a mapping with free keys, those left out that `read` refuses; nil with a
  /// finding for anything else.
  mutating func dictionary<Element>(
    _ node: YAMLNode, _ read: (Located<String>, YAMLNode, inout Decoding) -> Element?
  ) -> [Element]? {
    guard case .mapping(let entries) = node.content else {
      reportWrongKind(node, expected: "a mapping")
      return nil
    }
    return entries.compactMap { entry in
      guard let text = entry.keyText else {
        report(codes.keyIsNoText, "a key must be text", at: entry.key)
        return nil
      }
      if text.hasPrefix("x-") { return nil }
      let key = Located(text, at: entry.key.place)
      return within(path.element(text)) { read(key, entry.value, &$0) }
    }
  }

  /// The items of a list; nil with a finding for anything else, which shows what stands in its
  /// place as items, written like `form`.
  mutating func items(
    _ node: YAMLNode, form: (YAMLNode) -> String? = { $0.filledText.map(ScalarText.item) }
  ) -> [YAMLNode]? {
    guard case .sequence(let items) = node.content else {
      reportWrongKind(node, expected: "a list") { form($0).map { "[\($0)]" } }
      return nil
    }
    return items
  }

  /// The members of a set of texts, each once.
  mutating func members<Member: Hashable & Sendable>(
    _ node: YAMLNode, _ read: (YAMLNode, inout Decoding) -> Located<Member>?
  ) -> [Located<Member>]? {
    guard let items = items(node) else { return nil }
    var members: [Located<Member>] = []
    var places: [Member: SourceRange] = [:]
    for (index, item) in items.enumerated() {
      let place = item.isText ? path : path.element(String(index + 1))
      guard let member = within(place, { read(item, &$0) }) else {
        noteUnreadEntry()
        continue
      }
      if let first = places[member.value] {
        report(
          .repeatedMember, "this is written twice in `\(path)`", hint: "remove one",
          at: member.range, notes: [Diagnostic.Note("it is first written here", at: first)])
        continue
      }
      places[member.value] = member.range
      members.append(member)
    }
    return members
  }

  /// The entries of a list of records, told apart by `key`, which a finding names as `what`.
  mutating func records<Record: ManifestRecord>(
    _ node: YAMLNode, _: Record.Type, key: (Record) -> Located<String>, what: String
  ) -> [Record]? {
    guard let items = items(node, form: Record.itemForm) else { return nil }
    var records: [Record] = []
    var places: [[UInt8]: SourceRange] = [:]
    for (index, item) in items.enumerated() {
      let element = path.element(Record.elementKey(of: item) ?? String(index + 1))
      guard let record = within(element, { $0.record(item, Record.self) }) else {
        noteUnreadEntry()
        continue
      }
      let key = key(record)
      let bytes = Array(key.value.utf8)
      if let first = places[bytes] {
        report(
          .repeatedName, "\(what) `\(key.value)` is written twice", hint: "remove or rename one",
          at: key.range, notes: [Diagnostic.Note("it is first written here", at: first)])
        noteUnreadEntry()
        continue
      }
      places[bytes] = key.range
      records.append(record)
    }
    return records
  }
}

extension ManifestRecord {
  /// What names an entry in a field path, as far as its text tells before it is decoded.
  static func elementKey(of node: YAMLNode) -> String? {
    guard case .mapping(let entries) = node.content else { return nil }
    return elementKey { key in
      guard case .scalar(let scalar)? = entries.first(where: { $0.keyText == key })?.value.content
      else { return nil }
      return scalar.text
    }
  }
}
