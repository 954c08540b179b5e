import TestSupport
import Testing

@Suite("Environments of the project config", .timeLimit(.minutes(5)))
struct EnvironmentTests {
  @Test("an environment gives server, service and the names of tables")
  func selected() async throws {
    let catalog = try await SampleCatalog()
    let project = try Project(
      Project.manifest.replacing("serviceName: CustomMLService\n", with: "")
        .replacing("demo_pg.postgres", with: "dev_pg.postgres"))
    try project.write(
      """
      environments:
        here:
          host: "\(catalog.host)"
          serviceName: CustomMLService
          serviceAliases: {dev_pg: demo_pg}
        far: {host: "https://catalog.example.com"}
      """, to: "mlcatalog.yaml")
    let publisher = PublisherProcess(project, token: catalog.token)
    let run = try await publisher.run("publish", "--env", "here")
    #expect(run.status == 0, "\(run.everything)")
    #expect(try await catalog.edges().keys.sorted() == ["orders", "restaurants", "users"])

    let far = try await publisher.run("publish", "--env", "far")
    #expect(far.status == 77, "\(far.everything)")
    #expect(far.output.contains("the token is not sent to catalog.example.com"))
    #expect(!far.everything.contains(catalog.token))
    let unknown = try await publisher.run("publish", "--env", "hree")
    #expect(unknown.status == 64, "\(unknown.everything)")
    #expect(unknown.output.contains("did you mean `here`?"))
    #expect(try await publisher.run("publish").status == 78)
  }

  @Test("a password in the URI of a manifest is refused and shown nowhere")
  func password() async throws {
    let project = try Project(
      "name: a\nregistry: {mlflow: {model: a, alias: b, trackingUri: 'https://joe:hunter2@h'}}\n")
    let publisher = PublisherProcess(project, host: "http://127.0.0.1:1", token: "t")
    for format in ["text", "json"] {
      let run = try await publisher.run("publish", "--format", format, "--timeout", "5")
      #expect(run.everything.contains("MLC241"), "\(run.everything)")
      #expect(!run.everything.contains("hunter2"), "\(run.everything)")
    }
  }
}
