import JSONDocuments

/// Searching: one field that must have one value.
enum SearchRoutes {
  /// The kinds by the name of their index.
  private static let types = [
    "table_search_index": "table", "database_search_index": "database",
    "database_schema_search_index": "databaseSchema", "mlmodel_search_index": "mlmodel",
    "stored_procedure_search_index": "storedProcedure",
  ]

  static let routes = [
    Route("GET", "search/fieldQuery") { (request, context) throws(CatalogFault) in
      guard let type = types[request.query("index") ?? ""],
        request.query("fieldName") == "fullyQualifiedName",
        let name = request.query("fieldValue"),
        let row = try context.session.entity(type, named: name), !row.isDeleted
      else { return .ok(hits([])) }
      try Authorizer(context).demand([.viewAll], context.kind(type), row)
      return .ok(hits([try EntityPresenter(context).document(row)]))
    }
  ]

  private static func hits(_ documents: [JSON]) -> JSON {
    [
      "took": 0, "timed_out": false,
      "hits": [
        "total": ["value": .number(JSONNumber(documents.count)), "relation": "eq"],
        "hits": .array(documents.map { ["_id": $0["id"] ?? .null, "_source": $0] }),
      ],
    ]
  }
}
