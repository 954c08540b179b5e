import Diagnostics
import ModelManifests
import Publishing
import Testing

@Suite("What the files and the command line say together")
struct PublishInputTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func input(
    _ manifest: String, config: String? = nil, environment: String? = nil, set: [String] = []
  ) throws -> PublishInput {
    let path = try folder.write("ml_model.yaml", manifest)
    let config = config.map { SourceFile(path: "mlcatalog.yaml", bytes: Array($0.utf8)) }
    return PublishInput(
      operands: [path], configFile: config, environment: environment,
      overrides: try FieldOverrides(parsing: set))
  }

  private static let model = "name: churn\nalgorithm: XGBoost\n"

  @Test("an environment gives the service, the registry, the host and the names of tables")
  func environment() throws {
    let input = try input(
      Self.model + "dashboard: dev.a\n",
      config: """
        environments:
          prod: {host: "http://h", serviceName: P, serviceAliases: {dev: prod}}
        """, environment: "prod")
    #expect(input.diagnostics.items.isEmpty && input.isUsable)
    #expect(input.config.host?.value == "http://h")
    #expect(input.models.first?.service.name == "P")
    #expect(input.models.first?.dashboard.value == "prod.a")
  }

  @Test("an unknown environment is an error of usage that says which there are")
  func unknownEnvironment() throws {
    let config = "environments: {dev: {}, prod: {}}"
    let near = try input(Self.model, config: config, environment: "prd")
    #expect(near.troubles == [.usage] && !near.isUsable)
    #expect(near.diagnostics.items.map(\.code) == [.unknownEnvironment])
    #expect(near.diagnostics.items.first?.hint == "did you mean `prod`?")
    let far = try input(Self.model, config: config, environment: "staging")
    #expect(far.diagnostics.items.first?.hint == "it has `dev`, `prod`")
    let none = try input(Self.model, environment: "prod")
    #expect(none.troubles == [.usage])
    #expect(
      none.diagnostics.items.first?.message
        == "there is no environment `prod`, and no project config")
    let wrong = try input(Self.model, config: "environments: []", environment: "prod")
    #expect(wrong.troubles == [.configuration])
  }

  @Test("a value that has no place is an error of usage, quoted from the command line")
  func overrides() throws {
    let input = try input(Self.model, set: ["churm:target=a"])
    #expect(input.troubles == [.usage] && !input.isUsable)
    #expect(input.diagnostics.items.map(\.code) == [.invalidOverride])
    #expect(input.files.map(\.path).contains("command line"))
    #expect(try self.input(Self.model, set: ["churn:target=a"]).isUsable)
  }

  @Test("of a file that is no YAML nobody knows whether a value has its place there")
  func unreadable() throws {
    let input = try input("name: [\n", set: ["churn:target=a"])
    #expect(input.troubles == [.unreadableInput])
    #expect(!input.diagnostics.items.contains { $0.code == .invalidOverride })
  }
}
