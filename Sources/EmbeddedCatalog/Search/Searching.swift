import FullyQualifiedNames
import JSONDocuments

/// Answers searches as Elasticsearch does.
///
/// Hits are not filtered by what the principal may read: an assumption, that a server is set to do
/// that only by its administrator.
struct Searching {
  let context: CatalogContext

  init(_ context: CatalogContext) { self.context = context }

  /// The hits of a page, in the shape of Elasticsearch's answer.
  func answer(_ request: SearchRequest) throws(CatalogFault) -> Answer {
    var hits = request.search.types.isEmpty ? [] : try context.session.hits(request.search)
    if let condition = request.condition {
      var fitting: [IndexSearch.Hit] = []
      for hit in hits {
        if let document = try document(hit.id), condition.holds(for: .object(document)) {
          fitting.append(hit)
        }
      }
      hits = fitting
    }
    let isCapped = hits.count > SearchRequest.window && !request.countsAll
    var shown: [JSON] = []
    for hit in hits.dropFirst(request.from).prefix(request.size) {
      if let found = try self.hit(hit, request) { shown.append(found) }
    }
    let total = isCapped ? SearchRequest.window : hits.count
    return .ok([
      "took": 0, "timed_out": false,
      "_shards": ["total": 1, "successful": 1, "skipped": 0, "failed": 0],
      "hits": [
        "total": [
          "value": .number(JSONNumber(total)), "relation": isCapped ? "gte" : "eq",
        ],
        "max_score": hits.map(\.score).max().map(Self.number) ?? .null,
        "hits": .array(shown),
      ],
    ])
  }

  /// What the index holds of an entity; nil when there is none.
  func document(_ id: String) throws(CatalogFault) -> JSONObject? {
    guard let row = try context.session.entity(id: id),
      var document = try EntityPresenter(context).document(row).object
    else { return nil }
    document["entityType"] = .string(row.type)
    document["fqnParts"] = .array(
      ((try? FullyQualifiedName(parsing: row.fullyQualifiedName))?.parts ?? [row.name])
        .map { .string($0) })
    let tier = document["tags"]?.array?.first { label in
      label["tagFQN"]?.string?.hasPrefix("Tier.") ?? false
    }
    if let tier { document["tier"] = tier }
    if row.type == "table" {
      document["columnNames"] = .array(Self.columnNames(document["columns"]))
    }
    return document
  }

  private static func columnNames(_ columns: JSON?) -> [JSON] {
    (columns?.array ?? []).flatMap { column in
      [column["name"] ?? .null] + columnNames(column["children"])
    }
  }

  private func hit(_ hit: IndexSearch.Hit, _ request: SearchRequest) throws(CatalogFault) -> JSON? {
    guard let document = try document(hit.id), let type = document["entityType"]?.string else {
      return nil
    }
    var shown = JSONObject([
      .init(key: "_index", value: .string(SearchIndex.of(type)?.name ?? type)),
      .init(key: "_type", value: "_doc"),
      .init(key: "_id", value: .string(hit.id)),
      .init(key: "_score", value: Self.number(hit.score)),
    ])
    if request.hasSource { shown["_source"] = .object(selected(document, request)) }
    shown["sort"] = [sortValue(hit, request.search.order)]
    return .object(shown)
  }

  private func selected(_ document: JSONObject, _ request: SearchRequest) -> JSONObject {
    JSONObject(
      document.members.filter {
        (request.included.isEmpty || request.included.contains($0.key))
          && !request.excluded.contains($0.key)
      })
  }

  private func sortValue(_ hit: IndexSearch.Hit, _ order: IndexSearch.Order) -> JSON {
    if case .score = order { return Self.number(hit.score) }
    switch hit.sortValue {
    case .null: return .null
    case .integer(let number): return .number(JSONNumber(number))
    case .text(let text): return .string(text)
    }
  }

  private static func number(_ score: Int64) -> JSON {
    let digits = String(score.magnitude % 10_000)
    let fraction = String(repeating: "0", count: 4 - digits.count) + digits
    return .number(
      JSONNumber(lexeme: "\(score < 0 ? "-" : "")\(score.magnitude / 10_000).\(fraction)"))
  }
}
