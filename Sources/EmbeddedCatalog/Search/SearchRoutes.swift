import JSONDocuments

/// Searching in the index of entities.
enum SearchRoutes {
  static let routes = [
    Route("GET", "search/query", isLong: true) { (request, context) throws(CatalogFault) in
      let query = SearchQueryReader.query(request.query("q") ?? "")
      return try Searching(context).answer(
        SearchRequest(query, request, index: "table_search_index"))
    },
    Route("GET", "search/fieldQuery", isLong: true) { (request, context) throws(CatalogFault) in
      try byField(
        request.query("fieldName") ?? "", request.query("fieldValue") ?? "", request, context)
    },
    Route("GET", "search/sourceUrl", isLong: true) { (request, context) throws(CatalogFault) in
      try byField("sourceUrl", request.query("sourceUrl") ?? "", request, context)
    },
    Route("GET", "search/suggest", isLong: true) { (request, context) throws(CatalogFault) in
      try suggest(request, context)
    },
    Route("GET", "search/get/{index}/doc/{id}") { (request, context) throws(CatalogFault) in
      let types = try SearchIndex.named(request["index"]).map(\.type)
      guard let document = try Searching(context).document(request["id"].lowercased()),
        let type = document["entityType"]?.string, types.contains(type)
      else { throw .notFound(request["index"], request["id"]) }
      return .ok(.object(document))
    },
  ]

  /// Entities of which a member has a value, in which `*` and `?` are wildcards.
  private static func byField(
    _ name: String, _ value: String, _ request: CatalogRequest, _ context: CatalogContext
  ) throws(CatalogFault) -> Answer {
    let field = SearchField.withoutSubfield(name)
    let isName = field == "fullyQualifiedName"
    var search = try SearchRequest(
      isName ? .pattern(value, column: field) : .everything, request, index: "all")
    if !isName {
      let path = field.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
      search.condition = .matches(path: path, pattern: WildcardPattern(value))
    }
    return try Searching(context).answer(search)
  }

  /// Names that begin with what was typed.
  private static func suggest(
    _ request: CatalogRequest, _ context: CatalogContext
  ) throws(CatalogFault) -> Answer {
    let text = request.query("q") ?? ""
    let words = SearchCondition.words(in: text)
    let query: SearchQuery =
      words.isEmpty
      ? .nothing : .all(words.map { .words(String($0), column: "name", isPrefix: true) })
    let found = try Searching(context).answer(
      SearchRequest(query, request, index: "table_search_index"))
    let options = (found.body?["hits"]?["hits"]?.array ?? []).map { hit -> JSON in
      var option = hit.object ?? JSONObject()
      option["text"] = hit["_source"]?["name"] ?? .null
      option["sort"] = nil
      return .object(option)
    }
    return .ok([
      "suggest": [
        "metadata-suggest": [
          [
            "text": .string(text), "offset": 0,
            "length": .number(JSONNumber(text.utf16.count)), "options": .array(options),
          ]
        ]
      ]
    ])
  }
}
