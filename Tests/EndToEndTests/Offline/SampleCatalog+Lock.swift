import Diagnostics
import Foundation
import HTTPClient
import Publishing

extension SampleCatalog {
  /// Locks a project as `mlcatalog lock` does, and writes the lock.
  @discardableResult
  func lock(
    _ project: Project, environment: String? = nil, registry: [String: String] = [:]
  ) async throws -> LockResult {
    var connection = ConnectionOptions()
    connection.host = host
    let settings = try ConnectionSettings(
      options: connection, environment: ["OPENMETADATA_JWT_TOKEN": token], file: nil)
    let run = LockRun(
      scope: LockRun.Scope(environment: environment, isWholeProject: true), lock: project.lock,
      settings: .success(settings), connection: Connection(settings.transport),
      interruption: Interruption(),
      registries: RegistrySettings(options: connection, environment: registry),
      redactor: Redactor(settings.secrets))
    let result = await run.run(try project.input())
    if let text = result.text { try project.write(text, to: LockFile.name) }
    return result
  }
}

extension Project {
  /// The project's lock.
  var lock: LockFile { LockFile(besideConfig: "\(path)/mlcatalog.yaml") }

  /// Checks the project as `mlcatalog publish --check --offline` does.
  func checkOffline(
    _ configure: (inout PublishOptions) -> Void = { _ in }
  ) async throws -> RunResult {
    var options = PublishOptions()
    configure(&options)
    options.mode = .offline
    let run = PublishRun(
      options: options, settings: .failure(.noToken),
      connection: Connection(TransportConfiguration()), interruption: Interruption(), lock: lock)
    return await run.run(try input())
  }
}

extension RunResult {
  /// The findings about files, references and registries, in full, without those that depend on
  /// what the catalog holds of the models: the unused suppression of such a one is one of them.
  var stateless: [String] {
    let ofState: [DiagnosticCode] = [.dataProductWithoutDomain, .ownersExcludeEachOther]
    return diagnostics.filter { finding in
      ["MLC1", "MLC2", "MLC3"].contains { finding.code.rawValue.hasPrefix($0) }
        && !ofState.contains(finding.code)
        && !(finding.code == .unusedSuppression && finding.message.contains("MLC4"))
    }.map { finding in
      """
      \(finding.range?.description ?? "") \(finding.severity) \(finding.code.rawValue) \
      \(finding.message) [\(finding.hint ?? "")] \(finding.fieldPath ?? "") \
      \(finding.notes.map(\.message)) \(finding.suppressed)
      """
    }.sorted()
  }
}
