import HTTPClient
import JSONDocuments
import ModelRegistries
import RegisteredModels
import Testing

@Suite("Versions of a real MLflow", .serialized, .timeLimit(.minutes(5)))
struct MLflowSelectorTests {
  @Test(
    "each selector finds its version, whatever state the others are in",
    arguments: MLflowLine.installed)
  func selectors(line: MLflowLine) async throws {
    let server = try await SharedMLflow.server(line)
    let name = "selected model + é"
    try await server.makeModel(name, description: "What it is.")
    for _ in 1...12 { try await server.makeVersion(of: name) }
    try await server.setAlias("champion", of: name, to: "2")
    try await server.setAlias("Champion", of: name, to: "3")
    try await server.setAlias("gone", of: name, to: "4")
    try await server.setStage("Staging", of: name, version: "5")
    try await server.setStage("Production", of: name, version: "9")
    try await server.setStage("Production", of: name, version: "10")
    try await server.setStage("Archived", of: name, version: "12")
    try await server.deleteVersion("4", of: name)
    try await server.deleteVersion("11", of: name)
    func chosen(_ selector: RegistrySelector) async throws -> String {
      let asked = try await RegistryAsked(name, selector, of: server)
      if let refusal = asked.refusal {
        return "\(refusal.subject): \(refusal.message) (\(refusal.hint ?? "no hint"))"
      }
      return try asked.version.version
    }
    #expect(try await chosen(.version("7")) == "7")
    #expect(try await chosen(.alias("champion")) == "2")
    #expect(try await chosen(.alias("Champion")) == "3")
    #expect(try await chosen(.stage("Staging")) == "5")
    #expect(try await chosen(.stage("production")) == "10", "a number, not a text")
    #expect(try await chosen(.stage("None")) == "8")
    #expect(try await chosen(.latest) == "12", "archived versions are ready too")

    let model = "the registered model `\(name)`"
    #expect(
      try await chosen(.version("11"))
        == "version: there is no version `11` of \(model) (the newest version is 12)")
    #expect(
      try await chosen(.version("07"))
        == "version: `07` is no version of MLflow, which counts from 1 (give a number, or `latest`)"
    )
    #expect(
      try await chosen(.alias("CHAMPION")) == "alias: \(model) has no alias `CHAMPION`"
        + " (letter case counts: did you mean `Champion`?)")
    #expect(
      try await chosen(.alias("latest"))
        == "alias: \(model) has no alias `latest` (write `version: latest`)")
    // Line 2 keeps the alias of a version that was taken away, line 3 does not.
    let gone =
      line == .line2
      ? "alias: the alias `gone` of `\(name)` points to version 4, which was deleted"
        + " (set the alias again, or name another)"
      : "alias: \(model) has no alias `gone` (it has `Champion`, `champion`)"
    #expect(try await chosen(.alias("gone")) == gone)
    #expect(
      try await chosen(.stage("Live")) == "stage: MLflow has no stage `Live`"
        + " (the stages are None, Staging, Production, Archived)")
    let nothing = try await RegistryAsked("no such model", .latest, of: server)
    #expect(nothing.refusal?.subject == .model)
    #expect(
      nothing.refusal?.message
        == "MLflow at \(server.url) has no registered model `no such model`")
    #expect(nothing.refusal?.hint != nil)
    #expect(nothing.requests == 2)

    let archived = try await RegistryAsked(name, .version("12"), of: server).version
    #expect(archived.isArchived)
    #expect(archived.stage?.value == "Archived")
    let champion = try await RegistryAsked(name, .version("2"), of: server).version
    #expect(champion.aliases?.value == ["champion"])
    #expect(champion.description?.value == "What it is.")
    #expect(champion.storage?.value == "s3://models.example.com/m")
    #expect(
      champion.sourceUrl?.value
        == "\(server.url)/#/models/selected%20model%20%2B%20%C3%A9/versions/2")
  }

  @Test("a model without a version, or with none left, says so", arguments: MLflowLine.installed)
  func withoutVersions(line: MLflowLine) async throws {
    let server = try await SharedMLflow.server(line)
    try await server.makeModel("empty model")
    let asked = try await RegistryAsked("empty model", .latest, of: server)
    #expect(
      asked.refusal
        == RegistryRefusal(.version, "no version of the registered model `empty model` is ready"))
    let one = try await RegistryAsked("empty model", .version("1"), of: server)
    #expect(one.refusal?.hint == "the model has no version")
  }

  @Test("a prompt is no model", arguments: MLflowLine.installed)
  func prompt(line: MLflowLine) async throws {
    let server = try await SharedMLflow.server(line)
    try await server.call(
      .post, "registered-models/create",
      [
        "name": "a prompt", "tags": [["key": "mlflow.prompt.is_prompt", "value": "true"]],
      ])
    let asked = try await RegistryAsked("a prompt", .latest, of: server)
    #expect(asked.refusal == RegistryRefusal(.model, "`a prompt` is a prompt, not a model"))
  }
}
