import JSONDocuments

/// Reads `query_filter` and `post_filter`.
enum SearchConditionReader {
  /// The condition of a text; nil for what cannot be read, which OpenMetadata ignores.
  static func condition(_ text: String) -> SearchCondition? {
    guard let document = try? JSON(parsing: text), let query = document["query"] else { return nil }
    return condition(query)
  }

  private static func condition(_ query: JSON) -> SearchCondition? {
    guard let object = query.object, object.members.count <= 1 else { return nil }
    guard let (name, body) = object.members.first.map({ ($0.key, $0.value) }) else {
      return .everything
    }
    switch name {
    case "match_all": return .everything
    case "bool": return bool(body)
    case "exists": return body["field"]?.string.map { .exists(path: path($0)) }
    default: break
    }
    guard let member = body.object?.members.first else { return nil }
    let field = path(member.key)
    let value = member.value["value"] ?? member.value["query"] ?? member.value
    switch name {
    case "term": return value.object == nil ? .equals(path: field, values: [value]) : nil
    case "terms": return member.value.array.map { .equals(path: field, values: $0) }
    case "match":
      guard let text = value.string else { return .equals(path: field, values: [value]) }
      return .words(path: field, words(text), all: false)
    case "match_phrase": return value.string.map { .words(path: field, words($0), all: true) }
    case "wildcard":
      return (member.value["wildcard"] ?? value).string.map {
        .matches(path: field, pattern: WildcardPattern($0))
      }
    case "prefix":
      return value.string.map {
        .matches(path: field, pattern: WildcardPattern($0 + "*"))
      }
    default: return nil
    }
  }

  private static func words(_ text: String) -> [Substring] { SearchCondition.words(in: text) }

  private static func path(_ field: String) -> [String] {
    SearchField.withoutSubfield(field).split(separator: ".", omittingEmptySubsequences: false)
      .map(String.init)
  }

  private static func bool(_ body: JSON) -> SearchCondition? {
    guard let required = conditions(body["must"]), let filters = conditions(body["filter"]),
      let excluded = conditions(body["must_not"]), let optional = conditions(body["should"])
    else { return nil }
    var parts = required + filters
    if !excluded.isEmpty { parts.append(.none(excluded)) }
    // One of them must fit when nothing else has to (Elasticsearch, bool query).
    let least = body["minimum_should_match"]
    let fallback = required.isEmpty && filters.isEmpty ? 1 : 0
    let count = least.map { $0.integer.map(Int.init) ?? $0.string.flatMap { Int($0) } ?? 1 }
    if !optional.isEmpty { parts.append(.any(optional, atLeast: count ?? fallback)) }
    return .all(parts)
  }

  /// One condition or a list of them; nil when one cannot be read.
  private static func conditions(_ value: JSON?) -> [SearchCondition]? {
    guard let value else { return [] }
    let read = (value.array ?? [value]).map { condition($0) }
    let found = read.compactMap { $0 }
    return found.count == read.count ? found : nil
  }
}
