/// The index of a kind of entities, and the names under which it is searched.
///
/// Names and aliases are OpenMetadata's (openmetadata-spec, `elasticsearch/indexMapping.json`).
struct SearchIndex: Sendable {
  let type: String
  let name: String
  private let aliases: [String]

  private init(_ type: String, _ name: String, _ aliases: [String] = []) {
    self.type = type
    self.name = name + "_search_index"
    self.aliases = aliases
  }

  private static let dataAsset = ["all", "dataAsset"]

  static let all = [
    SearchIndex("table", "table", dataAsset + ["database", "databaseSchema", "databaseService"]),
    SearchIndex(
      "storedProcedure", "stored_procedure",
      dataAsset + ["database", "databaseSchema", "databaseService"]),
    SearchIndex(
      "databaseSchema", "database_schema", dataAsset + ["database", "databaseService"]),
    SearchIndex("database", "database", dataAsset + ["databaseService"]),
    SearchIndex("mlmodel", "mlmodel", dataAsset + ["mlModelService"]),
    SearchIndex("dashboard", "dashboard", dataAsset + ["dashboardService"]),
    SearchIndex("databaseService", "database_service", ["all", "service"]),
    SearchIndex("mlmodelService", "mlmodel_service", ["all", "service", "mlModelService"]),
    SearchIndex("dashboardService", "dashboard_service", ["all", "service"]),
    SearchIndex("domain", "domain", ["all"]),
    SearchIndex("dataProduct", "data_product", dataAsset + ["domain"]),
    SearchIndex("glossary", "glossary", ["all"]),
    SearchIndex("glossaryTerm", "glossary_term", dataAsset + ["glossary"]),
    SearchIndex("classification", "classification", ["all"]),
    SearchIndex("tag", "tag", dataAsset + ["classification"]),
    SearchIndex("user", "user"), SearchIndex("team", "team"),
  ]

  /// Kinds of OpenMetadata of which this catalog holds nothing.
  private static let empty: Set<String> = [
    "chart", "dashboard_data_model", "pipeline", "topic", "container", "search_entity", "query",
    "test_case", "test_suite", "api_service", "api_collection", "api_endpoint", "metric",
    "messaging_service", "pipeline_service", "search_service", "storage_service",
    "metadata_service",
  ]

  /// Whether OpenMetadata counts the kind among its data assets.
  var isDataAsset: Bool { aliases.contains("dataAsset") }

  /// The index of a type.
  static func of(_ type: String) -> SearchIndex? { all.first { $0.type == type } }

  /// The indices that names with commas between them mean.
  ///
  /// - Throws: 404 for a name that no index has.
  static func named(_ names: String) throws(CatalogFault) -> [SearchIndex] {
    var found: [SearchIndex] = []
    for part in names.split(separator: ",") {
      let name = String(part)
      // The client of 1.5 looks for terms where their glossaries are.
      let isTerms = name == "glossary_search_index"
      let matches = all.filter {
        $0.name == name || $0.type == name || $0.aliases.contains(name)
          || isTerms && $0.type == "glossaryTerm"
      }
      if matches.isEmpty, !isKnown(name) {
        throw CatalogFault(404, "index_not_found_exception: no such index [\(name)]")
      }
      found += matches.filter { match in !found.contains { $0.type == match.type } }
    }
    return found
  }

  private static func isKnown(_ name: String) -> Bool {
    let suffix = "_search_index"
    return name.hasSuffix(suffix) && empty.contains(String(name.dropLast(suffix.count)))
      || name.hasSuffix("_report_data_index")
  }
}
