import Foundation
import Testing

@Suite(
  "Beginning with a registered model", .serialized, .timeLimit(.minutes(10)), .needsMLflow)
struct RegisteredInitTests {
  private func emptied(_ project: Project) throws {
    for name in ["ml_model.yaml", "mlcatalog.yaml"] {
      try FileManager.default.removeItem(atPath: "\(project.path)/\(name)")
    }
  }

  @Test("the manifest names the version and its features, and is published as it is")
  func registered() async throws {
    let registered = try await RegisteredProject(try #require(MLflowLine.installed.first))
    try await registered.register(table: "demo_pg.postgres.public.orders")
    try await registered.server.setAlias("champion", of: registered.model, to: "1")
    let project = registered.project
    try emptied(project)
    var process = PublisherProcess(
      project, host: registered.catalog.host, token: registered.catalog.token)
    process.environment.merge(registered.environment) { $1 }
    let made = try await process.run("init", "--from", "mlflow:\(registered.model)@champion")
    #expect(made.status == 0, "\(made.everything)")
    let manifest = try project.read("ml_model.yaml")
    #expect(manifest.contains("alias: champion"))
    #expect(manifest.contains("- name: persona\n    dataType: categorical"))
    #expect(manifest.contains("dataSourceFqn: demo_pg.postgres.public.orders"))
    #expect(manifest.contains("#   algorithm: XGBRegressor"))
    let published = try await process.run("publish")
    #expect(published.status == 0, "\(published.everything)")
    let again = try await process.run("publish", "--check", "--detailed-exitcode")
    #expect(again.status == 0, "\(again.everything)")
  }

  @Test("an existing project config is kept, and says where the registry is")
  func existingConfig() async throws {
    let registered = try await RegisteredProject(try #require(MLflowLine.installed.first))
    try await registered.register(table: "sales.orders")
    try await registered.server.setAlias("champion", of: registered.model, to: "1")
    let project = registered.project
    try emptied(project)
    let config = """
      environments:
        prod:
          registry:
            mlflow: {trackingUri: "\(registered.server.url)"}
            tables: {sales: demo_pg.postgres.public}

      """
    try project.write(config, to: "settings.yaml")
    let process = PublisherProcess(
      project, host: registered.catalog.host, token: registered.catalog.token)
    let name = "mlflow:\(registered.model)@champion"
    let unknown = try await process.run(
      "init", "--from", name, "--config", "settings.yaml", "--env", "prdo")
    #expect(unknown.status == 64, "\(unknown.everything)")
    #expect(unknown.errors.contains("did you mean `prod`?"))
    let made = try await process.run(
      "init", "--from", name, "--config", "settings.yaml", "--env", "prod")
    #expect(made.status == 0, "\(made.everything)")
    #expect(made.output.hasPrefix("made ml_model.yaml\n"), "\(made.everything)")
    #expect(
      made.output.contains("publish --check --config settings.yaml --env prod ml_model.yaml"))
    #expect(try project.read("settings.yaml") == config)
    #expect(
      try project.read("ml_model.yaml").contains("dataSourceFqn: demo_pg.postgres.public.orders"))
    let checked = try await process.run(
      "publish", "--check", "--config", "settings.yaml", "--env", "prod", "ml_model.yaml")
    #expect(checked.status == 0, "\(checked.everything)")
    let again = try await process.run(
      "init", "--from", name, "--config", "settings.yaml", "--env", "prod")
    #expect(again.status == 1 && again.errors.contains("ml_model.yaml is there already"))
  }

  @Test("a model that is not there is 1, no server 78, and no file is made")
  func refused() async throws {
    let registered = try await RegisteredProject(try #require(MLflowLine.installed.first))
    let project = registered.project
    try emptied(project)
    let unnamed = try await PublisherProcess(project).run("init", "--from", "mlflow:a@b")
    #expect(unnamed.status == 78, "\(unnamed.everything)")
    #expect(unnamed.errors.contains("MLC604"))
    var process = PublisherProcess(project)
    process.environment.merge(registered.environment) { $1 }
    let missing = try await process.run("init", "--from", "mlflow:no-such-model/1")
    #expect(missing.status == 1, "\(missing.everything)")
    #expect(missing.errors.contains("MLC600"))
    #expect(try await process.run("init", "--from", "no-such-model").status == 64)
    #expect(try FileManager.default.contentsOfDirectory(atPath: project.path) == [])
  }

  @Test("a version of the command line takes the place of the file's")
  func override() async throws {
    let registered = try await RegisteredProject(try #require(MLflowLine.installed.first))
    try await registered.register()
    try await registered.register(eta: "0.5")
    try registered.write("version: 1")
    let shown = try await registered.shown(["--check", "-v", "--set", "registry.mlflow.version=2"])
    #expect(shown.contains("mlHyperParameters[eta].value: \"0.5\""), "\(shown)")
    let unknown = try await registered.shown(["--check", "--set", "registry.mlflow.version=9"])
    #expect(unknown.contains("command line:1:31: error[MLC600]"), "\(unknown)")
    #expect(unknown.contains("1 | --set registry.mlflow.version=9"), "\(unknown)")
    #expect(unknown.contains("exit 1"))
    let named = try await registered.shown(["--check", "-v", "--set", "displayName=Revenue"])
    #expect(
      named.contains("displayName: \"Revenue\"") && named.contains("command line"), "\(named)")
  }
}
