import Publishing
import TestSupport
import Testing

@testable import Reporting

@Suite("The lineage of models as a graph")
struct LineageGraphTests {
  @Test("each table, column and edge is in the graph once, in the order of the manifests")
  func order() {
    let graph = LineageSample.graph(LineageSample.revenue, LineageSample.churn)
    #expect(
      graph.tables.map(\.name) == [
        "demo_pg.postgres.public.orders", "demo_pg.postgres.public.restaurants", nil,
      ])
    #expect(graph.tables[0].columns == ["last_update", "total"])
    #expect(
      graph.models.map(\.name) == ["CustomMLService.Revenue Predictions", "Scoring.Churn"])
    #expect(
      graph.edges == [
        .init(table: 0, column: 0, model: 0, feature: 0),
        .init(table: 0, column: 1, model: 0, feature: 1),
        .init(table: 1, column: 0, model: 0, feature: 1),
        .init(table: 0, column: 0, model: 1, feature: 0),
        .init(table: 2, column: 0, model: 1, feature: 0),
      ])
  }

  @Test("a column of which no table is named is in the graph, and the lack is said")
  func unnamed() {
    let graph = LineageSample.graph(LineageSample.churn)
    #expect(graph.tables[1].title == "(no table named)")
    #expect(graph.tables[1].columns == ["signup"])
  }

  @Test("features that only a registry knows are said to be unknown, not to be none")
  func registered() {
    let graph = LineageSample.graph(LineageSample.registered, LineageSample.revenue)
    #expect(graph.models.map(\.leavesFeaturesToRegistry) == [true, false])
  }

  @Test("a plan's edges are drawn by the catalog's names, those that go are not")
  func plans() throws {
    let graph = LineageGraph(Scenario.create.result.models)
    #expect(graph.names == .resolved)
    try expectGolden(LineageMermaid(graph).text, "graph-plan.mmd")
  }
}
