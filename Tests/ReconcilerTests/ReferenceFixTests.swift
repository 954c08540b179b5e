import Diagnostics
import OpenMetadataEntities
import Testing

@testable import Reconciler

@Suite("Fixes of references")
struct ReferenceFixTests {
  private func fix(
    _ name: String, _ dataType: String = "timestamp",
    _ table: String = "demo_pg.postgres.public.orders", in catalog: SmallCatalog = SmallCatalog()
  ) throws -> Fix? {
    var catalog = catalog
    _ = try catalog.plan(
      """
      name: churn
      algorithm: XGBoost
      mlFeatures:
        - name: last_update_bucket
          dataType: categorical
          featureSources:
            - {name: \(name), dataType: \(dataType), dataSourceFqn: \(table)}
      """)
    #expect(catalog.findings.items.count == 1)
    return try #require(catalog.findings.items.first).fix
  }

  @Test("a column that is one slip away is taken, and one that only shares words is not")
  func columns() throws {
    #expect(try fix("last_updte") == .replace("last_updte", with: "last_update"))
    #expect(try fix("Last_Update") == .replace("Last_Update", with: "last_update"))
    #expect(try fix("update_of_last") == nil)
    #expect(try fix("lst_updte") == nil)
    #expect(try fix("last_updte", "boolean") == nil)
  }

  @Test("of columns equally near none is taken")
  func twoColumns() throws {
    var catalog = SmallCatalog()
    catalog.tables = [
      SmallCatalog.table("orders", [("rats", "INT"), ("race", "INT")])
    ]
    #expect(try fix("rate", "integer", in: catalog) == nil)
  }

  @Test("a table that is one slip away is taken, also over another schema or letter case")
  func tables() throws {
    let orders = "demo_pg.postgres.public.orders"
    for name in [
      "demo_pg.postgres.public.ordesr", "demo_pg.postgres.public.Orders",
      "demo_pq.postgres.public.orders",
    ] {
      #expect(try fix("last_update", "timestamp", name) == .replace(name, with: orders), "\(name)")
    }
  }

  @Test(
    "a table that may be another is left",
    arguments: [
      "demo_pg.postgres.publik.ordesr", "demo_pg.postgres.public.invoices", "orders",
      "demo_pg.postgres.public.orders.last_update",
    ])
  func otherTables(name: String) throws {
    #expect(try fix("last_update", "timestamp", name) == nil)
  }
}
