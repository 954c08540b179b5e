import Testing

@Suite("Showing lineage without a catalog", .timeLimit(.minutes(2)))
struct GraphTests {
  @Test("the demo's lineage is shown without a host, a token or a registry")
  func demo() async throws {
    let outcome = try await PublisherProcess(try Project()).run("graph")
    #expect(outcome.status == 0, "\(outcome.everything)")
    #expect(
      outcome.output == """
        CustomMLService.Revenue Predictions
          last_update_bucket (categorical)
            ← demo_pg.postgres.public.orders: last_update
          restaurant_dimension (numerical)
            ← demo_pg.postgres.public.restaurants: rating, average_price
          is_premium (categorical)
            ← demo_pg.postgres.public.users: premium

        1 model, 3 features from 4 columns of 3 tables.
        The names are as the files write them, and no catalog was asked about them.

        """)
    #expect(outcome.errors.isEmpty)
  }

  @Test("an environment's names of services and tables are those that are shown")
  func environment() async throws {
    let project = try Project(
      Project.manifest.replacing("serviceName: CustomMLService\n", with: ""))
    try project.write(
      """
      manifests: [ml_model.yaml]
      environments:
        prod: {serviceName: Forecasts, serviceAliases: {demo_pg: prod_pg}}

      """, to: "mlcatalog.yaml")
    let outcome = try await PublisherProcess(project).run(
      "graph", "--env", "prod", "--format", "mermaid")
    #expect(outcome.status == 0, "\(outcome.everything)")
    #expect(outcome.output.hasPrefix("flowchart LR\n"))
    #expect(outcome.output.contains(#"["prod_pg.postgres.public.orders"]"#))
    #expect(outcome.output.contains(#"["Forecasts.Revenue Predictions"]"#))
  }

  @Test("what cannot be read is told, and what can be is drawn")
  func troubles() async throws {
    let project = try Project()
    try project.replace("name: premium", with: "name: [premium]")
    let process = PublisherProcess(project)
    let wrong = try await process.run("graph", "--format", "dot")
    #expect(wrong.status == 1, "\(wrong.everything)")
    #expect(wrong.errors.contains("ml_model.yaml:28:15: error"), "\(wrong.errors)")
    #expect(wrong.output.contains("restaurant_dimension"))
    let missing = try await process.run("graph", "elsewhere.yaml")
    #expect(missing.status == 66 && missing.output.isEmpty, "\(missing.everything)")
    #expect(missing.errors.contains("error[MLC806]"), "\(missing.errors)")
    try project.write("name: [", to: "bad.yaml")
    let unreadable = try await process.run("graph", "bad.yaml")
    #expect(unreadable.status == 65 && unreadable.output.isEmpty, "\(unreadable.everything)")
    let unknown = try await process.run("graph", "--env", "prod")
    #expect(unknown.status == 64 && unknown.output.isEmpty, "\(unknown.everything)")
    #expect(try await process.run("graph", "--format", "png").status == 64)
  }
}
