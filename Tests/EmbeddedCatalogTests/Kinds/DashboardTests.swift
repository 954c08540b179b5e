import JSONDocuments
import Testing

@testable import EmbeddedCatalog

@Suite("Dashboards")
struct DashboardTests {
  @Test(
    "a model shows the dashboard it names; a PUT without it takes it away",
    arguments: GlossaryTests.lines)
  func model(version: String) throws {
    let catalog = try CatalogUnderTest(version: version)
    let service = try catalog.send(
      "PUT", "services/dashboardServices", ["name": "bi", "serviceType": "Superset"])
    #expect(service.status == 201, "\(service.body.text())")
    let dashboard = try catalog.send(
      "PUT", "dashboards", ["name": "7", "displayName": "Quality", "service": "bi"])
    #expect(dashboard.status == 201, "\(dashboard.body.text())")
    #expect(dashboard["fullyQualifiedName"] == "bi.7")
    #expect(dashboard["serviceType"] == "Superset")
    #expect(dashboard["dashboardType"] == "Dashboard")
    let model = try catalog.model(["dashboard": "bi.7"])
    #expect(model["dashboard"]?["displayName"] == "Quality")
    let path = "mlmodels/\(model["id"]!.string!)?fields=dashboard"
    #expect(try catalog.send("GET", path)["dashboard"]?["id"] == dashboard["id"])
    let again = try catalog.model()
    #expect(again["changeDescription"]?["fieldsDeleted"]?.array?.first?["name"] == "dashboard")
    #expect(try catalog.send("GET", path)["dashboard"] == nil)
  }

  @Test("a dashboard that does not exist is refused by name")
  func missing() throws {
    let catalog = try CatalogUnderTest()
    let reply = try catalog.send("PUT", "mlmodels", catalog.modelRequest(["dashboard": "bi.8"]))
    #expect(reply.status == 404)
    #expect(reply.message == "dashboard instance for bi.8 not found")
  }
}
