import JSONDocuments

/// What a client asks of `search/query`, `search/fieldQuery` or `search/suggest`.
struct SearchRequest {
  /// What Elasticsearch counts and reaches without being told otherwise.
  static let window = 10_000

  var search: IndexSearch
  var condition: SearchCondition?
  let from: Int
  let size: Int
  let countsAll: Bool
  let hasSource: Bool
  let included: Set<String>
  let excluded: Set<String>

  init(_ query: SearchQuery, _ request: CatalogRequest, index: String) throws(CatalogFault) {
    let indices = try SearchIndex.named(request.query("index") ?? index)
    search = IndexSearch(types: indices.map(\.type))
    search.condition = query.condition
    search.ranking = query.ranking
    search.isDeleted = request.flag("deleted")
    search.order = Self.order(request.query("sort_field"))
    search.isAscending = request.query("sort_order")?.lowercased() == "asc"
    search.after = request.query("search_after").flatMap { $0.isEmpty ? nil : $0 }
    from = try request.integer("from", default: 0, in: 0...Self.window)
    size = try request.integer("size", default: 10, in: 0...Self.window)
    if from + size > Self.window {
      throw .badRequest(
        "Result window is too large, from + size must be less than or equal to: [\(Self.window)]"
          + " but was [\(from + size)]")
    }
    countsAll = request.flag("track_total_hits")
    hasSource = request.query("fetch_source")?.lowercased() != "false"
    included = Self.fields("include_source_fields", request)
    excluded = Self.fields("exclude_source_fields", request)
    let filters = ["query_filter", "post_filter"].compactMap {
      request.query($0).flatMap(SearchConditionReader.condition)
    }
    condition = filters.isEmpty ? nil : .all(filters)
  }

  private static func order(_ field: String?) -> IndexSearch.Order {
    switch field.map(SearchField.withoutSubfield) {
    case "fullyQualifiedName"?: .fullyQualifiedName
    case "name"?: .name
    case let name?
    where !name.isEmpty && name.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }:
      .member(name)
    default: .score
    }
  }

  /// Repeated, or with commas between; of a path the first step.
  private static func fields(_ parameter: String, _ request: CatalogRequest) -> Set<String> {
    Set(
      request.server.query.filter { $0.name == parameter }.flatMap { item in
        item.value.split(separator: ",").map { path in String(path.prefix { $0 != "." }) }
      })
  }
}
