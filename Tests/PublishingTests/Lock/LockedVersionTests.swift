import JSONDocuments
import RegisteredModels
import TestSupport
import Testing

@testable import Publishing

@Suite("Registered versions in a lock")
struct LockedVersionTests {
  @Test("every part that merging and comparing looks at is read back as it was written")
  func roundTrip() throws {
    var random = SeededRandom(seed: 210)
    for _ in 0..<200 {
      let version = Self.version(&random)
      let document = try #require(LockedVersion.document(.version(version)))
      let read = try JSON(parsing: document.encoded(.lineByLine))
      #expect(try LockedVersion.answer(RecordedValue(read)) == .version(version))
    }
  }

  @Test("a refusal is read back, a failure is never written")
  func refusals() throws {
    for subject in RegistryRefusal.Subject.allCases {
      let refusal = RegistryAnswer.refused(RegistryRefusal(subject, "there is none", hint: "look"))
      let document = try #require(LockedVersion.document(refusal))
      #expect(try LockedVersion.answer(RecordedValue(document)) == refusal)
    }
    #expect(LockedVersion.document(.failed(RegistryFailure(.gaveUp, "busy"))) == nil)
  }

  // MARK: Versions by chance

  private static func version(_ random: inout SeededRandom) -> RegisteredVersion {
    let addresses: [RegistryAddress] = [
      .mlflow(registryURI: "http://r", trackingURI: "http://t"),
      .azureMLWorkspace(subscription: "s", resourceGroup: "g", workspace: "w"),
      .azureMLRegistry(subscription: "s", resourceGroup: "g", registry: "r"),
    ]
    let statuses: [RegistrationStatus] = [
      .ready, .pending, .deleted, .failed(nil), .failed("no \"disk\""),
    ]
    var version = RegisteredVersion(
      address: pick(addresses, &random), model: "m", version: "\(random.next() % 10)",
      origin: "mlflow:models:/m/1", status: pick(statuses, &random),
      hasAliases: coin(&random), hasStages: coin(&random))
    version.isArchived = coin(&random)
    version.stage = text(&random)
    version.aliases = coin(&random) ? Sourced(["a", "b"], from: "o") : nil
    version.sourceUrl = text(&random)
    version.description = text(&random)
    version.algorithm = text(&random)
    version.target = text(&random)
    version.storage = text(&random)
    version.imageRepository = text(&random)
    version.server = text(&random)
    version.gitCommit = text(&random)
    if coin(&random) {
      version.signature = ModelSignature(
        inputs: columns(&random), outputs: columns(&random), origin: "o")
    }
    if coin(&random) { version.run = run(&random) }
    version.parameters = [RegistryParameter(name: "eta", value: Sourced("0.20", from: "p"))]
    version.metrics = [RegistryMetric(name: "rmse", value: Sourced("NaN", from: "p"))]
    version.datasets = [dataset(&random), dataset(&random)]
    version.tags = [RegistryTag.Carrier.model, .version, .run, .loggedModel].map {
      RegistryTag($0, key: "k", value: Sourced("v", from: "o"))
    }
    version.gaps = [
      RegistryGap.Subject.run, .signature, .storage, .deployments, .trainingData,
    ].map { RegistryGap($0, "not there", isForbidden: $0 == .signature) }
    return version
  }

  private static func columns(_ random: inout SeededRandom) -> [SignatureColumn] {
    let types: [SignatureColumn.ValueType] = [
      .boolean, .integer, .long, .float, .double, .string, .binary, .datetime, .array, .object,
      .map, .any, .tensor("float32"), .other("interval"),
    ]
    return types.map { type in
      SignatureColumn(name: coin(&random) ? "c" : nil, type: type, isRequired: coin(&random))
    }
  }

  private static func run(_ random: inout SeededRandom) -> RegistryRun {
    let statuses: [RegistryRun.Status] = [.running, .finished, .failed, .killed, .other("QUEUED")]
    var run = RegistryRun(
      id: "r", status: pick(statuses, &random), isDeleted: coin(&random), origin: "o")
    run.url = coin(&random) ? "http://run" : nil
    return run
  }

  private static func dataset(_ random: inout SeededRandom) -> DatasetInput {
    let sources: [DatasetInput.Source] = [
      .table(["a", "b.c"], isCertain: true), .table(["a"], isCertain: false), .query("SELECT 1"),
      .other(type: "s3", location: nil), .other(type: "s3", location: "s3://x"),
    ]
    return DatasetInput(
      name: "d", digest: coin(&random) ? "1" : "", context: coin(&random) ? "training" : nil,
      source: pick(sources, &random), columns: columns(&random), origin: "o")
  }

  private static func text(_ random: inout SeededRandom) -> Sourced<String>? {
    coin(&random) ? Sourced("a\n\"é\" \(random.next() % 100)", from: "mlflow:x#y") : nil
  }

  private static func coin(_ random: inout SeededRandom) -> Bool { random.next() % 2 == 0 }

  private static func pick<Value>(_ values: [Value], _ random: inout SeededRandom) -> Value {
    values[Int(random.next() % UInt64(values.count))]
  }
}
