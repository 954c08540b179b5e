import Foundation
import JSONDocuments
import TestSupport
import Testing

/// OpenMetadata's own MLflow connector and mlcatalog, into one catalog, from a real MLflow server.
@Suite(
  "OpenMetadata's MLflow connector",
  .enabled(
    if: !OfficialClientLine.installed.isEmpty && PythonEnvironment.mlflow2 != nil,
    "no official client or no MLflow: run `make setup`"),
  .timeLimit(.minutes(10)))
struct MLflowConnectorTests {
  private static let service = "mlflow_svc"
  private static let name = "Revenue Predictions"
  private static let manifest = """
    service: {name: mlflow_svc, serviceType: Mlflow}
    name: Revenue Predictions
    description: Predicts the revenue of restaurants.
    algorithm: XGBoost
    target: revenue
    mlFeatures:
      - name: rating
        dataType: numerical
        description: Mean of the guests' ratings.
        featureSources:
          - name: rating
            dataType: integer
            dataSourceFqn: demo_pg.postgres.public.restaurants
      - name: city
        dataType: categorical
    mlHyperParameters:
      - name: regularisation
        value: 0.5
        description: Keeps the trees small.

    """

  @Test(
    "fills a service that mlcatalog enriches; a new version in MLflow takes back what is below",
    arguments: OfficialClientLine.installed)
  func coexistence(line: OfficialClientLine) async throws {
    let mlflow = try await RunningMLflow(.line2)
    _ = try await mlflow.register(Self.name, strength: "0.25", signatureInTag: true)
    let version = try await mlflow.register(Self.name, strength: "0.5", signatureInTag: true)
    _ = try await mlflow.register("delivery-times", strength: "1", signatureInTag: false)
    let sample = try await SampleCatalog(version: line.serverVersion)
    let connector = OfficialClient(
      line, sample.catalog, token: try await sample.catalog.makeBot("connector"))

    // What the connector knows: names, parameters and signature of the latest version.
    let first = try await connector.run("ingest_mlflow.py", mlflow.url, Self.service)
    #expect(first["failures"] == [])
    #expect(first["warnings"] == [])
    let found = try await model(sample)
    #expect(found["version"]?.number?.double == 0.1)
    #expect(found["algorithm"] == "mlmodel")
    #expect(found["sourceUrl"] == .string("\(mlflow.url)/#/models/Revenue Predictions"))
    #expect(found["mlStore"] == storage(of: version, line))
    #expect(found["mlHyperParameters"] == [["name": "regularisation", "value": "0.5"]])
    #expect(names(found) == ["rating numerical", "city categorical"])
    let other = try await model(sample, "delivery-times")
    switch line {
    case .line15: #expect(other["mlFeatures"] == nil, "this connector reads the run's tag only")
    case .line20: #expect(names(other) == ["rating numerical", "city categorical"])
    }

    // mlcatalog adds what MLflow does not know, and warns about the place.
    let project = try Project(Self.manifest)
    let publisher = PublisherProcess(project, host: sample.host, token: sample.token)
    let published = try await publisher.run("publish")
    try #require(published.status == 0, "\(published.everything)")
    #expect(published.everything.contains("MLC414"))
    let enriched = try await model(sample)
    #expect(enriched["mlStore"] == found["mlStore"], "the file does not give it: it stays")
    #expect(try await edges(sample) == 1)

    // With nothing new in MLflow the connector leaves the model alone.
    _ = try await connector.run("ingest_mlflow.py", mlflow.url, Self.service)
    #expect(try await model(sample) == enriched)

    // A new version there: the connector sets again what it maps and takes away the rest of it.
    let newer = try await mlflow.register(Self.name, strength: "0.75", signatureInTag: true)
    _ = try await connector.run("ingest_mlflow.py", mlflow.url, Self.service)
    let taken = try await model(sample)
    #expect(taken["algorithm"] == "mlmodel")
    #expect(taken["target"] == nil)
    #expect(taken["mlStore"] == storage(of: newer, line))
    #expect(taken["mlHyperParameters"]?.array?.first?["value"] == "0.75")
    #expect(names(taken) == ["rating numerical", "city categorical"])
    let rating = taken["mlFeatures"]?.array?.first
    #expect(rating?["featureSources"] == nil)
    #expect(rating?["description"] == "Mean of the guests' ratings.", "prose stays")
    #expect(taken["description"] == enriched["description"], "prose stays")
    #expect(try await edges(sample) == 1, "edges stay")

    // The next run says so, and brings it back.
    let restored = try await publisher.run("publish")
    try #require(restored.status == 0, "\(restored.everything)")
    #expect(restored.everything.contains(#"algorithm: "mlmodel" → "XGBoost""#))
    let last = try await model(sample)
    for field in ["algorithm", "target", "mlFeatures", "description"] {
      #expect(last[field] == enriched[field], "\(field)")
    }
    #expect(last["mlHyperParameters"]?.array?.first?["value"] == "0.5")
    let nothing = try await publisher.run("publish")
    #expect(nothing.output.contains("Nothing to do: 1 unchanged"), "\(nothing.everything)")
    // The connector 2.0 takes a parameter's prose away, which then counts as somebody's edit.
    #expect(nothing.everything.contains("MLC402") == (line == .line20))
    let seen = try await connector.run("read_model.py", "\(Self.service).\(Self.name)")
    #expect(seen["mlFeatures"]?.array?.count == 2)
  }

  @Test(
    "deletes a model of its service that MLflow does not have; mlcatalog says so and restores it",
    arguments: OfficialClientLine.installed)
  func unknownModel(line: OfficialClientLine) async throws {
    let mlflow = try await RunningMLflow(.line2)
    _ = try await mlflow.register("delivery-times", strength: "1", signatureInTag: false)
    let sample = try await SampleCatalog(version: line.serverVersion)
    let publisher = PublisherProcess(
      try Project(Self.manifest), host: sample.host, token: sample.token)
    let published = try await publisher.run("publish")
    try #require(published.status == 0, "\(published.everything)")
    let before = try await model(sample)

    let connector = OfficialClient(
      line, sample.catalog, token: try await sample.catalog.makeBot("connector"))
    _ = try await connector.run("ingest_mlflow.py", mlflow.url, Self.service)
    let refused = try await publisher.run("publish")
    #expect(refused.status == 1)
    #expect(refused.everything.contains("error[MLC409]"), "\(refused.everything)")

    let restored = try await publisher.run("publish", "--restore")
    #expect(restored.status == 0, "\(restored.everything)")
    let after = try await model(sample)
    for field in ["id", "algorithm", "target", "mlFeatures", "mlHyperParameters", "description"] {
      #expect(after[field] == before[field], "\(field)")
    }
    #expect(try await edges(sample) == 1)
  }

  private func model(_ sample: SampleCatalog, _ name: String = name) async throws -> JSON {
    let segment = name.replacing(" ", with: "%20")
    return try await sample.catalog.require("GET", "mlmodels/name/\(Self.service).\(segment)")
  }

  /// Where the connector says that the model is: that of the version, or since 2.0 of its run.
  private func storage(of version: JSON, _ line: OfficialClientLine) -> JSON {
    ["storage": version[line == .line15 ? "source" : "artifacts"] ?? .null]
  }

  private func edges(_ sample: SampleCatalog) async throws -> Int? {
    let path = "lineage/mlmodel/name/\(Self.service).Revenue%20Predictions"
    return try await sample.catalog.require(
      "GET", "\(path)?upstreamDepth=1&downstreamDepth=0")["upstreamEdges"]?.array?.count
  }

  private func names(_ model: JSON) -> [String]? {
    model["mlFeatures"]?.array?.map {
      "\($0["name"]?.string ?? "?") \($0["dataType"]?.string ?? "?")"
    }
  }
}
