import JSONDocuments
import TestSupport

/// What manifests may name besides tables.
extension SampleCatalog {
  /// Adds domains, a data product, glossary terms, dashboards and custom properties.
  func addEntities() async throws {
    for name in ["Finance", "Logistics"] {
      try await add("domains", name, ["domainType": "Aggregate"])
    }
    let domain: JSON = hasDomainList ? ["domains": ["Finance"]] : ["domain": "Finance"]
    try await add("dataProducts", "Revenue", domain)
    try await add("glossaries", "Business", [:])
    for name in ["Revenue", "Income"] {
      try await add("glossaryTerms", name, ["glossary": "Business"])
    }
    try await add("services/dashboardServices", "superset", ["serviceType": "Superset"])
    for name in ["revenue", "costs"] {
      try await add("dashboards", name, ["service": "superset"])
    }
    try await define("costCenter", "integer")
    try await define("stage", "enum", ["values": ["test", "live"]])
    try await define("reviewed", "date-cp", "yyyy-MM-dd")
    try await define("approver", "entityReference", ["user"])
  }

  private func add(_ collection: String, _ name: String, _ members: JSON) async throws {
    var object = members.object ?? JSONObject()
    object["name"] = .string(name)
    object["description"] = "For tests"
    try await catalog.require("PUT", collection, .object(object))
  }

  /// Defines a custom property of ML models.
  func define(_ name: String, _ type: String, _ config: JSON? = nil) async throws {
    let entity = try await catalog.require("GET", "metadata/types/name/mlmodel")
    let field = try await catalog.require("GET", "metadata/types/name/\(type)?category=field")
    var object: JSONObject = JSONObject()
    object["name"] = .string(name)
    object["description"] = "For tests"
    object["propertyType"] = ["id": field["id"] ?? .null, "type": "type"]
    object["customPropertyConfig"] = config.map { ["config": $0] }
    try await catalog.require(
      "PUT", "metadata/types/\(entity["id"]?.string ?? "")", .object(object))
  }

  /// A reference to something of a collection.
  func reference(_ collection: String, _ name: String, _ type: String) async throws -> JSON {
    let entity = try await catalog.require("GET", "\(collection)/name/\(name)")
    return ["id": entity["id"] ?? .null, "type": .string(type)]
  }

  /// The model with all that it refers to.
  func extendedModel() async throws -> JSON {
    let domain = hasDomainList ? "domains" : "domain"
    return try await catalog.require(
      "GET",
      "mlmodels/name/CustomMLService.Revenue%20Predictions"
        + "?fields=owners,tags,dataProducts,dashboard,extension,\(domain)")
  }
}
