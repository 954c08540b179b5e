import Diagnostics
import JSONDocuments
import ModelManifests
import OpenMetadataEntities

/// Gives values of a manifest the type that the catalog defines for their custom property.
///
/// The types are those of OpenMetadata's `basic.json` and `complexTypes.json`; a value of a type
/// that is not known is sent as it is written, since the server checks it anyway.
struct CustomPropertyType {
  typealias Value = Located<PropertyValue>

  let definition: CustomProperty
  /// Looks up what a text refers to.
  let reference: (Located<String>) throws(CustomPropertyMismatch) -> EntityReference

  /// The value as it is sent.
  func value(of given: Value) throws(CustomPropertyMismatch) -> JSON {
    switch definition.type {
    case "string", "markdown", "sqlQuery": return .string(try text(given).value)
    case "integer", "timestamp": return try integer(given)
    case "number": return try number(given)
    case "email": return try checked(given, "no e-mail address", "jane@example.com", isEmail)
    case "duration": return try checked(given, "no ISO 8601 duration", "P7D", isDuration)
    case "date-cp", "dateTime-cp", "time-cp", "date", "dateTime", "time": return try moment(given)
    case "timeInterval": return try interval(given)
    case "enum": return try words(given)
    case "entityReference": return try reference(text(given)).document
    case "entityReferenceList":
      var references: [JSON] = []
      for item in items(given) { references.append(try reference(text(item)).document) }
      return .array(references)
    case "table-cp": return try table(given)
    case "hyperlink-cp": return try hyperlink(given)
    default: return raw(given.value)
    }
  }

  // MARK: Scalars

  private func text(_ given: Value) throws(CustomPropertyMismatch) -> Located<String> {
    guard case .text(let text) = given.value else {
      throw mismatch("is no single value", nil, given)
    }
    return Located(text, at: given.range)
  }

  private func integer(_ given: Value) throws(CustomPropertyMismatch) -> JSON {
    let number = try number(given)
    guard number.number?.integer != nil else {
      throw notANumber(given)
    }
    return number
  }

  private func number(_ given: Value) throws(CustomPropertyMismatch) -> JSON {
    let text = try text(given).value
    guard let number = try? JSON(parsing: Array(text.utf8)), number.number != nil,
      !text.contains(where: \.isWhitespace)
    else { throw notANumber(given) }
    return number
  }

  private func notANumber(_ given: Value) -> CustomPropertyMismatch {
    definition.type == "number"
      ? mismatch("is no number", "write it like 4711 or 0.5", given)
      : mismatch("is no integer", "write it like 4711", given)
  }

  private func checked(
    _ given: Value, _ problem: String, _ example: String, _ isGood: (String) -> Bool
  ) throws(CustomPropertyMismatch) -> JSON {
    let text = try text(given).value
    guard isGood(text) else { throw mismatch("is \(problem)", "write it like \(example)", given) }
    return .string(text)
  }

  private func isDuration(_ text: String) -> Bool {
    let pattern =
      #/P(?=.)([0-9.,]+Y)?([0-9.,]+M)?([0-9.,]+W)?([0-9.,]+D)?(T(?=.)([0-9.,]+H)?([0-9.,]+M)?([0-9.,]+S)?)?/#
    return text.wholeMatch(of: pattern) != nil
  }

  private func isEmail(_ text: String) -> Bool {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    return parts.count == 2 && parts.allSatisfy { !$0.isEmpty }
      && !text.contains(where: \.isWhitespace)
  }

  private func moment(_ given: Value) throws(CustomPropertyMismatch) -> JSON {
    let text = try text(given).value
    guard let format = definition.format, let shape = DateShape(format), !shape.fits(text) else {
      return .string(text)
    }
    throw mismatch("is not in its format", "write it as `\(format)`", given)
  }

  // MARK: Several values

  private func items(_ given: Value) -> [Value] {
    if case .list(let items) = given.value { items } else { [given] }
  }

  private func words(_ given: Value) throws(CustomPropertyMismatch) -> JSON {
    let items = items(given)
    if items.count > 1, !definition.isMultiSelect {
      throw mismatch("has several words", "keep one: the property takes no more", given)
    }
    var words: [JSON] = []
    for item in items {
      let word = try text(item).value
      guard definition.values.contains(word) else {
        let meant = SpellingSuggestion.best(for: word, among: definition.values)
        let allowed = definition.values.map { "`\($0)`" }.joined(separator: ", ")
        throw mismatch(
          "is none of its values",
          (meant.map { "did you mean `\($0)`? " } ?? "") + "allowed are \(allowed)", item)
      }
      words.append(.string(word))
    }
    return .array(words)
  }

  private func interval(_ given: Value) throws(CustomPropertyMismatch) -> JSON {
    let hint = "write {start: 1763000000000, end: 1763086400000}, in milliseconds since 1970"
    guard case .mapping(let entries) = given.value,
      entries.map(\.key.value).sorted() == ["end", "start"]
    else { throw mismatch("is no interval", hint, given) }
    var interval = JSONObject()
    for entry in entries { interval[entry.key.value] = try integer(entry.value) }
    return .object(interval)
  }

  private func hyperlink(_ given: Value) throws(CustomPropertyMismatch) -> JSON {
    if case .text = given.value { return ["url": try url(given)] }
    guard case .mapping(let entries) = given.value else {
      throw mismatch("is no link", "write an address, or {url: …, displayText: …}", given)
    }
    var link = JSONObject()
    for entry in entries {
      guard ["url", "displayText"].contains(entry.key.value) else {
        throw mismatch("has the key `\(entry.key.value)`", "url and displayText are known", given)
      }
      link[entry.key.value] =
        entry.key.value == "url" ? try url(entry.value) : .string(try text(entry.value).value)
    }
    guard link["url"] != nil else {
      throw mismatch("has no address", "write {url: …, displayText: …}", given)
    }
    return .object(link)
  }

  private func url(_ given: Value) throws(CustomPropertyMismatch) -> JSON {
    try checked(given, "no address", "https://a.example/b", URLSyntax.isAbsolute)
  }

  private func table(_ given: Value) throws(CustomPropertyMismatch) -> JSON {
    let columns = definition.columns
    var rows: [JSON] = []
    for item in items(given) {
      guard case .mapping(let entries) = item.value else {
        throw mismatch("is no row", "write a list of {\(columns.first ?? "column"): …}", item)
      }
      var row = JSONObject()
      for entry in entries {
        guard columns.contains(entry.key.value) else {
          let meant = SpellingSuggestion.best(for: entry.key.value, among: columns)
          throw CustomPropertyMismatch(
            problem: "has no column `\(entry.key.value)`",
            hint: meant.map { "did you mean `\($0)`?" }
              ?? "its columns are \(columns.joined(separator: ", "))", range: entry.key.range)
        }
        row[entry.key.value] = .string(try text(entry.value).value)
      }
      rows.append(.object(row))
    }
    return ["columns": .array(columns.map { .string($0) }), "rows": .array(rows)]
  }

  private func raw(_ value: PropertyValue) -> JSON {
    switch value {
    case .text(let text): .string(text)
    case .nothing: .null
    case .list(let items): .array(items.map { raw($0.value) })
    case .mapping(let entries):
      .object(
        JSONObject(
          entries.map { JSONObject.Member(key: $0.key.value, value: raw($0.value.value)) }))
    }
  }

  private func mismatch(
    _ problem: String, _ hint: String?, _ given: Value
  ) -> CustomPropertyMismatch {
    CustomPropertyMismatch(problem: problem, hint: hint, range: given.range)
  }
}
