import JSONDocuments

/// Says in words how an entry of a lock differs from what was read now.
struct EntryComparison {
  private static let shownCharacters = 60

  /// The differences; none when nothing differs that a finding depends on.
  private(set) var details: [String] = []

  init(_ old: JSON, _ new: JSON) {
    let keys = Set((old.object?.keys ?? []) + (new.object?.keys ?? []))
    if new["missing"] == true || old["missing"] == true {
      if new["missing"] != old["missing"] {
        details = [new["missing"] == true ? "it is not there any more" : "it is there now"]
      }
      return
    }
    for key in keys.sorted() where key != "version" || old["columns"] == nil {
      let (before, after) = (old[key], new[key])
      if before == after { continue }
      switch key {
      case "columns", "parameters", "metrics": compareItems(before, after, key)
      case "deprecated":
        details.append(after == true ? "it was deprecated" : "it is deprecated no more")
      case "deleted": details.append(after == true ? "it was deleted" : "it was restored")
      default: compare(key, before, after)
      }
    }
  }

  private mutating func compare(_ key: String, _ before: JSON?, _ after: JSON?) {
    let (before, after) = (Self.text(before), Self.text(after))
    guard let before, let after, before != after else {
      details.append("its `\(key)` changed")
      return
    }
    details.append("its `\(key)` is \(after), \(before) in the lock")
  }

  /// Items that have names.
  private mutating func compareItems(_ before: JSON?, _ after: JSON?, _ key: String) {
    let word = String(key.dropLast())
    let (old, new) = (Self.byName(before), Self.byName(after))
    let count = details.count
    for name in Set(old.keys).union(new.keys).sorted() {
      switch (old[name], new[name]) {
      case (nil, let item?):
        let type = item["dataType"]?.string ?? item["value"]?.string
        details.append("the \(word) `\(name)`\(type.map { " (\($0))" } ?? "") is new")
      case (_?, nil): details.append("the \(word) `\(name)` is gone")
      case (let item?, let other?) where item != other: compare(word, name, item, other)
      default: break
      }
    }
    if details.count == count { details.append("the order of its \(key) changed") }
  }

  private mutating func compare(_ word: String, _ name: String, _ old: JSON, _ new: JSON) {
    for key in ["dataType", "value"] {
      guard let before = old[key]?.string, let after = new[key]?.string, before != after else {
        continue
      }
      details.append("the \(word) `\(name)` is \(after), \(before) in the lock")
      return
    }
    let tags = new["tags"]?.array?.compactMap(\.string) ?? []
    if old["tags"] != new["tags"] {
      let text = tags.isEmpty ? "no tags" : "the tags \(tags.joined(separator: ", "))"
      details.append("the \(word) `\(name)` has \(text) now")
    } else {
      details.append("the \(word) `\(name)` changed")
    }
  }

  private static func byName(_ items: JSON?) -> [String: JSON] {
    Dictionary((items?.array ?? []).compactMap { item in item["name"]?.string.map { ($0, item) } })
    { first, _ in first }
  }

  /// A plain value, or what an object gives as its value, on one line and shortened.
  private static func text(_ value: JSON?) -> String? {
    guard let value else { return "none" }
    let plain = value["value"] ?? value
    guard plain.object == nil else { return nil }
    let text = plain.string ?? plain.text()
    let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return line.count > shownCharacters ? "\(line.prefix(shownCharacters))…" : line
  }
}
