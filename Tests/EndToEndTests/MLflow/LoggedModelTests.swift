import HTTPClient
import MLflowAPI
import TestSupport
import Testing

@Suite("Logged models of a real MLflow 3", .timeLimit(.minutes(5)))
struct LoggedModelTests {
  @Test(
    "are read one by one and together, with their files",
    .enabled(if: MLflowLine.installed.contains(.line3), "no MLflow 3: run `make setup`"))
  func reads() async throws {
    let server = try await SharedMLflow.server(.line3)
    _ = try await server.register("with logged model", strength: "0.75", signatureInTag: false)
    let client = MLflowClient(
      server: try ServerURL(parsing: server.url), credential: nil, transport: CurlTransport(),
      redactor: Redactor([]))
    let version = try await client.modelVersion("1", of: "with logged model")
    let id = try #require(version.loggedModelID)
    let model = try await client.loggedModel(id)
    #expect(model.params == ["regularisation": "0.75"])
    #expect(model.sourceRunID == version.runID)
    #expect(
      try await client.downloadURI(ofVersion: "1", of: "with logged model") == model.artifactURI)
    let experiments = try await client.experiments().map(\.id)
    let unknown = "m-00000000000000000000000000000000"
    #expect(try await client.loggedModels([unknown, id], inExperiments: experiments) == [model])
    await #expect(throws: MLflowError.self) { try await client.loggedModel(unknown) }

    // Each way leads to the same file.
    let file = try await client.file("MLmodel", ofLoggedModel: id)
    #expect(file.starts(with: Array("artifact_path: mlflow-artifacts:/".utf8)))
    #expect(try await client.file("MLmodel", ofVersion: "1", of: "with logged model") == file)
    let place = try #require(model.artifactURI?.dropFirst("mlflow-artifacts:/".count))
    #expect(try await client.proxiedFile("\(place)/MLmodel") == file)
  }
}
