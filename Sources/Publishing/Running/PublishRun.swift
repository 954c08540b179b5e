import Diagnostics
import HTTPClient
import ModelManifests
import OpenMetadataAPI
import OpenMetadataEntities
import Reconciler
import RegisteredModels

/// One run of `publish`: merge, gather, plan, and unless it is a check, write and read back.
public struct PublishRun: Sendable {
  private(set) var options: PublishOptions
  private let settings: Result<ConnectionSettings, SettingsError>
  private let connection: Connection
  let interruption: Interruption
  private let registries: RegistrySettings
  let lock: LockFile?
  let environment: String?
  private let progress: (any ProgressObserver)?
  /// Why the texts that the lock acknowledges cannot be told.
  private var lockFailure: Failure?

  /// Makes a run.
  ///
  /// - Parameters:
  ///   - options: What the command line says.
  ///   - settings: The server and the token, or why there is none.
  ///   - connection: How requests are carried and counted.
  ///   - interruption: Whoever may stop the run.
  ///   - registries: What the operator says about model registries.
  ///   - lock: The project's lock; nil when nobody looked for one.
  ///   - environment: The environment of the project config that is meant; nil for none.
  ///   - progress: Is told how far the run is.
  public init(
    options: PublishOptions, settings: Result<ConnectionSettings, SettingsError>,
    connection: Connection, interruption: Interruption,
    registries: RegistrySettings = RegistrySettings(), lock: LockFile? = nil,
    environment: String? = nil, progress: (any ProgressObserver)? = nil
  ) {
    self.progress = progress
    self.lock = lock
    self.environment = environment
    self.registries = registries
    self.options = options
    switch lock?.acknowledged(in: environment) {
    case .success(let prose)?: self.options.plan.acknowledged = prose
    case .failure(let failure)?: lockFailure = failure
    case nil: break
    }
    self.settings = settings
    self.connection = connection
    self.interruption = interruption
  }

  /// Runs; whatever happens is in the result.
  ///
  /// - Parameters:
  ///   - input: What the files say.
  ///   - baseline: What they said before, or why that is not known; nil when nobody asks.
  public func run(
    _ input: PublishInput, against baseline: Result<Baseline, Failure>? = nil
  ) async -> RunResult {
    var run = self
    run.options.plan.ownership = input.config.ownership
    return await run.conduct(input, against: baseline)
  }

  private func conduct(
    _ input: PublishInput, against baseline: Result<Baseline, Failure>?
  ) async -> RunResult {
    var draft = RunDraft(input, options)
    if options.mode == .drift { draft.keepObstaclesOnly() }
    if options.isFixing { draft.diagnostics.append(contentsOf: input.unquotedTexts) }
    draft.compare(input, with: baseline)
    if options.mode == .offline {
      await OfflineCheck(lock: lock, environment: environment, options: options)
        .check(input, &draft)
    } else if let failure = lockFailure {
      draft.fail(failure)
      draft.judgement.apply(to: &draft.diagnostics, isComplete: false)
    } else if let settings = usableSettings(for: input, &draft) {
      await ask(settings, about: input, &draft)
    } else {
      draft.judgement.apply(to: &draft.diagnostics, isComplete: false)
    }
    draft.result.requests = connection.counts
    var result = draft.finished(interruption)
    result.diagnostics = input.withEdits(result.diagnostics)
    return result
  }

  /// The settings when they are needed and hold.
  private func usableSettings(
    for input: PublishInput, _ draft: inout RunDraft
  ) -> ConnectionSettings? {
    switch settings {
    case .success(let settings): return input.isUsable ? settings : nil
    case .failure(let error):
      let failure = Failure(error)
      if input.isUsable || failure.status == .usage { draft.fail(failure) }
      return nil
    }
  }

  private func ask(
    _ settings: ConnectionSettings, about input: PublishInput, _ draft: inout RunDraft
  ) async {
    guard let desired = await merge(input, &draft) else { return }
    switch await gather(desired, settings) {
    case .failure(let error):
      draft.fail(failure(error, settings))
      draft.judgement.apply(to: &draft.diagnostics, isComplete: false)
    case .success(let gathered):
      let version = gathered.client.capabilities.version
      draft.result.server = ServerIdentity(
        url: settings.server.description, version: version.text)
      draft.result.principal = gathered.snapshot.principal?.name
      noteUnknownLine(gathered.client.capabilities, &draft)
      if options.mode == .drift {
        await compare(desired, gathered, settings, of: input, &draft)
        return draft.addAddresses(settings.server)
      }
      var findings = DiagnosticList()
      if options.isFixing {
        for finding in MissingTypes.findings(desired, gathered.snapshot) {
          findings.append(finding)
        }
      }
      let plan = Planner.plan(desired, gathered.snapshot, options.plan, diagnostics: &findings)
      if !gathered.snapshot.unread.isEmpty {
        draft.result.outcome.troubles.insert(.unavailable)
      }
      let blocked = draft.take(plan, findings, keys: desired.map(\.manifest.findingsKey))
      draft.noteWhatStays(desired, plan.models)
      if options.mode == .publish {
        await write(plan, desired, gathered, blocked, &draft)
      }
      draft.addAddresses(settings.server)
      await readDownstream(DownstreamReader(client: gathered.client), &draft)
    }
  }

  /// Asks what depends on the models that a pull request changes.
  private func readDownstream(_ reader: DownstreamReader, _ draft: inout RunDraft) async {
    let names = draft.result.comparison?.modelsInUse ?? []
    if names.isEmpty { return }
    draft.take(await interruption.cancelling { await reader.impacts(of: names) })
  }

  /// What is desired, with what the registries know; nil when a signal ended the reading.
  private func merge(_ input: PublishInput, _ draft: inout RunDraft) async -> [DesiredModel]? {
    let questions = RegistryQuestions(input.models, input.config.registry, registries)
    let connection = connection
    let options = options.merge(input.config)
    let answers = await interruption.cancelling {
      await questions.answers(over: connection, isOptional: options.isRegistryExcusable)
    }
    if interruption.signal != nil, !questions.references.isEmpty {
      draft.fail(.stopped(reading: "the registries were"))
      draft.judgement.apply(to: &draft.diagnostics, isComplete: false)
      return nil
    }
    let desired = Merge.desiredModels(
      of: input.models, answers, options, diagnostics: &draft.diagnostics)
    if self.options.mode == .drift { draft.keepObstaclesOnly() }
    draft.take(desired)
    for case .failed(let failure) in answers.values
    where !RegistryTrouble.isExcused(failure, options) {
      draft.result.outcome.troubles.insert(ExitCode(failure.kind))
    }
    return desired
  }

  /// Reads; a signal ends it at once.
  private func gather(
    _ desired: [DesiredModel], _ settings: ConnectionSettings
  ) async -> Result<Gathered, OpenMetadataError> {
    let (transport, options, progress) = (connection.transport, options, progress)
    return await interruption.cancelling { () async -> Result<Gathered, OpenMetadataError> in
      do throws(OpenMetadataError) {
        let client = try await OpenMetadataClient.connecting(
          to: settings.server, token: settings.token, transport: transport,
          redactor: Redactor(settings.secrets))
        let gatherer = Gatherer(
          client: client, options: options.plan, toleratesGaps: options.mode != .drift,
          progress: progress)
        let snapshot = try await gatherer.snapshot(for: desired)
        return .success(Gathered(client: client, gatherer: gatherer, snapshot: snapshot))
      } catch {
        return .failure(error)
      }
    }
  }

  private func write(
    _ plan: PublicationPlan, _ desired: [DesiredModel], _ gathered: Gathered,
    _ blocked: Set<String>, _ draft: inout RunDraft
  ) async {
    let applier = Applier(
      client: gathered.client, known: gathered.snapshot.models.compactMapValues(\.entity),
      concurrency: options.concurrency, interruption: interruption,
      readBackPauses: connection.readBackPauses, isVerifying: options.isVerifying,
      progress: progress)
    let replanner = Replanner(gathered: gathered, options: options, judgement: draft.judgement)
    draft.take(
      await applier.apply(plan, blocked: blocked) { index in
        let model = desired[index]
        return { _ async throws(OpenMetadataError) in try await replanner.plan(model) }
      })
  }
}

extension PublishRun {
  /// What kept the catalog from being read.
  func failure(
    _ error: OpenMetadataError, _ settings: ConnectionSettings
  ) -> Failure {
    interruption.signal == nil
      ? Failure(reading: error, with: settings) : .stopped(reading: "the catalog was")
  }

  private func noteUnknownLine(_ capabilities: Capabilities, _ draft: inout RunDraft) {
    guard !capabilities.isKnown else { return }
    draft.diagnostics.append(
      Diagnostic(
        .unknownServerLine,
        "OpenMetadata \(capabilities.version.text) is not one of the versions known (1.5 to 2.0)",
        severity: options.mode == .drift ? .note : nil,
        hint: "look for a newer mlcatalog"))
  }
}
