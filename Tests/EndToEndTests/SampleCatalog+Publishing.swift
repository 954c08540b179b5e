import Diagnostics
import Foundation
import HTTPClient
import ModelManifests
import Publishing
import Reconciler
import Testing

extension SampleCatalog {
  /// A catalog and a project whose model is in it.
  static func published(
    version: String = "1.5.10"
  ) async throws -> (catalog: SampleCatalog, project: Project) {
    let catalog = try await SampleCatalog(version: version)
    let project = try Project()
    let result = try await catalog.publish(project)
    try #require(result.outcome.status == .success, "\(result.told)")
    return (catalog, project)
  }

  /// Publishes a project as `mlcatalog publish` does, by the bot unless another token is given.
  ///
  /// - Parameters:
  ///   - proxy: The address by which the catalog is reached; its own when nil.
  ///   - patience: The longest that a request may take; when given, pauses before repetitions are
  ///     short as well.
  func publish(
    _ project: Project, token: String? = nil, interruption: Interruption = Interruption(),
    transport: (any HTTPTransport)? = nil, registry: [String: String] = [:],
    proxy: String? = nil, patience: Duration? = nil,
    readBackPauses: [Duration] = [.zero, .milliseconds(50)],
    _ configure: (inout PublishOptions) throws -> Void = { _ in }
  ) async throws -> RunResult {
    var options = PublishOptions()
    try configure(&options)
    var connection = ConnectionOptions()
    connection.host = proxy ?? host
    var environment = ["OPENMETADATA_JWT_TOKEN": token ?? self.token]
    var policy = RetryPolicy()
    if let patience {
      environment["OPENMETADATA_CLIENT_TIMEOUT"] = "\(patience / .seconds(1))"
      policy.firstPause = .milliseconds(2)
    }
    let settings = try ConnectionSettings(
      options: connection, environment: environment, file: nil)
    let run = PublishRun(
      options: options, settings: .success(settings),
      connection: Connection(
        transport ?? CurlTransport(configuration: settings.transport), policy: policy,
        readBackPauses: readBackPauses),
      interruption: interruption,
      registries: RegistrySettings(options: connection, environment: registry))
    return await run.run(try project.input())
  }

  /// Publishes a project, and again: the first run writes what a check had shown, the second
  /// nothing.
  @discardableResult
  func publishTwice(
    _ project: Project, _ step: Comment
  ) async throws -> (first: RunResult, second: RunResult) {
    let checked = try await check(project)
    #expect(checked.outcome.status == .success, "\(step): \(checked.told)")
    let first = try await publish(project)
    try #require(first.outcome.status == .success, "\(step): \(first.told)")
    #expect(first.models[0].plan?.changes == checked.models[0].plan?.changes, step)
    let second = try await publish(project)
    #expect(second.outcome.status == .success, "\(step): \(second.told)")
    #expect(second.requests.writes == 0, step)
    return (first, second)
  }

  /// Checks a project as `mlcatalog publish --check` does.
  func check(
    _ project: Project, token: String? = nil, registry: [String: String] = [:],
    _ configure: (inout PublishOptions) throws -> Void = { _ in }
  ) async throws -> RunResult {
    try await publish(project, token: token, registry: registry) { options in
      try configure(&options)
      options.mode = .check
    }
  }
}

extension Project {
  /// What the project's files say.
  func input() throws -> PublishInput {
    let config = path + "/mlcatalog.yaml"
    let file = FileManager.default.contents(atPath: config).map {
      SourceFile(path: config, bytes: [UInt8]($0))
    }
    return PublishInput(operands: [path + "/ml_model.yaml"], configFile: file)
  }
}

extension RunResult {
  /// The findings as `CODE severity: message`, for the messages of tests.
  var told: String {
    diagnostics.map { finding in
      "\(finding.code.rawValue) \(finding.severity.rawValue): \(finding.message)"
    }.joined(separator: "\n")
  }
}
