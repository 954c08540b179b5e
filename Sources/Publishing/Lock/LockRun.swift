import Diagnostics
public import HTTPClient
import JSONDocuments
import ModelManifests
import OpenMetadataAPI
import OpenMetadataEntities
import Reconciler
import RegisteredModels

/// One run of `lock`: reads what the manifests name, of catalog and registries, and says what the
/// lock would be.
public struct LockRun: Sendable {
  /// What the lock is to be made of.
  public struct Scope: Sendable {
    /// The environment of the project config that is meant; nil for none.
    let environment: String?
    /// Whether the manifests are all there are: then nothing stays that none of them names.
    let isWholeProject: Bool
    /// Whether the lock will be written; one that is only looked at must be readable.
    let isReplaced: Bool

    /// Makes a scope.
    public init(environment: String?, isWholeProject: Bool, isReplaced: Bool = true) {
      self.environment = environment
      self.isWholeProject = isWholeProject
      self.isReplaced = isReplaced
    }
  }

  private let scope: Scope
  private let lock: LockFile
  private let settings: Result<ConnectionSettings, SettingsError>
  private let connection: Connection
  private let interruption: Interruption
  private let registries: RegistrySettings
  private let redactor: Redactor

  /// Makes a run.
  ///
  /// - Parameters:
  ///   - scope: What the lock is to be made of.
  ///   - lock: The lock that is there.
  ///   - settings: The server and the token, or why there is none.
  ///   - connection: How requests are carried and counted.
  ///   - interruption: Whoever may stop the run.
  ///   - registries: What the operator says about model registries.
  ///   - redactor: What the lock must not hold.
  public init(
    scope: Scope, lock: LockFile, settings: Result<ConnectionSettings, SettingsError>,
    connection: Connection, interruption: Interruption, registries: RegistrySettings,
    redactor: Redactor
  ) {
    self.scope = scope
    self.lock = lock
    self.settings = settings
    self.connection = connection
    self.interruption = interruption
    self.registries = registries
    self.redactor = redactor
  }

  /// Runs, and writes nothing; whatever happens is in the result.
  public func run(_ input: PublishInput) async -> LockResult {
    var result = LockResult()
    result.outcome.troubles = input.troubles
    result.command = LockFile.command(for: scope.environment)
    do throws(Failure) {
      try refuseUnread(input, &result)
      let old = try startingPoint()
      // What is wrong in a manifest may hide what it names.
      let replacesAll = scope.isWholeProject && !input.diagnostics.contains(atLeast: .error)
      let read = try await reading(input, &result)
      let section = LockSection(
        read.snapshot, registrations: read.registrations, prose: read.prose,
        emails: read.emails.union(replacesAll ? [] : old.section.emails))
      let whole = replacesAll ? section : old.section.overlaid(by: section)
      // Before the text escapes a character of a secret.
      let new = LockSection(whole.document.redacted(by: redactor))
      // Those of other environments were written by others, perhaps by hand.
      let document = old.document.replacing(new, of: scope.environment).document
      let text = LockDocument(document.redacted(by: redactor)).text
      result.text = text == lock.source?.text ? nil : text
      result.differences =
        LockComparison(
          old.section, new, prose: read.prose,
          at: LockDocument.pointer(to: scope.environment)
        ).differences
      result.server = read.server
      result.findingsCount = read.findingsCount
    } catch {
      result.fail(error)
    }
    result.outcome.signal = interruption.signal
    var findings = DiagnosticList()
    for finding in result.findings { findings.append(finding) }
    result.findings = findings.sorted
    return result
  }

  /// Tells why the files are not read; of files that are, what is wrong is told by a check.
  private func refuseUnread(
    _ input: PublishInput, _ result: inout LockResult
  ) throws(Failure) {
    guard let trouble = input.troubles.first else { return }
    let flaws = input.diagnostics.items.filter { $0.severity == .error }
    result.findings = Array(flaws.dropLast())
    if let last = flaws.last { throw Failure(last, trouble) }
  }

  private static let again = "run the command again"

  private struct StartingPoint {
    let document: LockDocument
    let section: LockSection
  }

  /// The lock that is there; of one with both sides of a merge a side that can be read.
  private func startingPoint() throws(Failure) -> StartingPoint {
    var document: LockDocument
    switch lock.content {
    case .success(let content): document = content
    case .failure(let failure):
      guard scope.isReplaced, failure.diagnostic.code == .unmergedLock, let source = lock.source
      else {
        throw failure
      }
      document = UnmergedText(source).side ?? LockDocument()
    }
    do throws(RecordShapeError) {
      let section = try document.section(of: scope.environment)
      return StartingPoint(
        document: document, section: LockSection(section?.json.object ?? JSONObject()))
    } catch {
      throw lock.failure(error)
    }
  }

  private struct Reading {
    let snapshot: CatalogSnapshot
    let registrations: [String: RegistryAnswer]
    let prose: [LiveProse]
    let server: ServerIdentity
    let findingsCount: Int
    /// The e-mail addresses of owners, in lower case.
    let emails: Set<String>
  }

  private func reading(
    _ input: PublishInput, _ result: inout LockResult
  ) async throws(Failure) -> Reading {
    let settings = try usableSettings()
    let answers = try await answers(input, &result)
    let merge = PublishOptions().merge(input.config)
    var merged = DiagnosticList()
    let desired = Merge.desiredModels(of: input.models, answers, merge, diagnostics: &merged)
    let snapshot = try await gather(desired, settings)
    _ = Planner.checkReferences(desired, snapshot, diagnostics: &merged)
    var registrations: [String: RegistryAnswer] = [:]
    for (index, answer) in answers {
      guard let registry = input.models[index].registry else { continue }
      registrations[RegistrationKey.text(registry, input.config.registry)] = answer
    }
    return Reading(
      snapshot: snapshot, registrations: registrations,
      prose: Planner.liveProse(of: desired, in: snapshot),
      server: ServerIdentity(
        url: settings.server.description, version: snapshot.capabilities.version.text),
      findingsCount: merged.items.count { $0.severity > .note }, emails: Self.emails(in: desired))
  }

  private static func emails(in desired: [DesiredModel]) -> Set<String> {
    let owners = desired.flatMap { $0.manifest.owners.value ?? [] }
    return Set(owners.map { $0.value.name.lowercased() }.filter { $0.contains("@") })
  }

  private func usableSettings() throws(Failure) -> ConnectionSettings {
    do throws(SettingsError) {
      return try settings.get()
    } catch {
      throw Failure(error)
    }
  }

  /// What the registries say; each has to say something.
  private func answers(
    _ input: PublishInput, _ result: inout LockResult
  ) async throws(Failure) -> [Int: RegistryAnswer] {
    let questions = RegistryQuestions(input.models, input.config.registry, registries)
    let connection = connection
    let answers = await interruption.cancelling { await questions.answers(over: connection) }
    if interruption.signal != nil { throw .stopped(reading: "the registries were", Self.again) }
    var failures: [Failure] = []
    for (index, answer) in answers.sorted(by: { $0.key < $1.key }) {
      guard case .failed(let failure) = answer,
        let finding = RegistryTrouble.finding(failure, of: input.models[index])
      else { continue }
      failures.append(Failure(finding, ExitCode(failure.kind)))
    }
    for failure in failures.dropLast() { result.fail(failure) }
    if let last = failures.last { throw last }
    return answers
  }

  private func gather(
    _ desired: [DesiredModel], _ settings: ConnectionSettings
  ) async throws(Failure) -> CatalogSnapshot {
    let transport = connection.transport
    let result = await interruption.cancelling {
      () async -> Result<CatalogSnapshot, OpenMetadataError> in
      do throws(OpenMetadataError) {
        let client = try await OpenMetadataClient.connecting(
          to: settings.server, token: settings.token, transport: transport,
          redactor: Redactor(settings.secrets))
        let empty = CatalogSnapshot(
          serverURL: client.server.description, capabilities: client.capabilities)
        return .success(
          try await CatalogReader(client: client).completing(empty, for: desired) { snapshot in
            Planner.referenceKeys(desired, snapshot)
          })
      } catch {
        return .failure(error)
      }
    }
    switch result {
    case .success(let snapshot): return snapshot
    case .failure where interruption.signal != nil:
      throw .stopped(reading: "the catalog was", Self.again)
    case .failure(let error): throw Failure(reading: error, with: settings)
    }
  }
}
