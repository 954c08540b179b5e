import Arguments
import ModelManifests
import Publishing
import Reconciler
import Reporting

/// What the command line of `publish`, or of `drift`, asks for.
struct PublishRequest: Sendable {
  let paths: [String]
  let options: PublishOptions
  /// The commit that the files are compared with.
  let reference: String?
  let project: ProjectRequest
  /// The values that `--set` gives to fields.
  let overrides: FieldOverrides
  /// Which of the models are meant.
  let selection: ModelSelection
  /// Whether the mended files are shown and not written.
  let showsDifference: Bool
  let targets: [ReportTarget]
  let color: ColorChoice
  let detail: TextStyle.Detail
  let logsRequests: Bool
  /// Where the plan of a check is saved (`--plan-out`).
  let planOutput: String?
  /// The plan that is carried out in the place of manifests (`--plan`).
  let planPath: String?
  private let chosenFormat: ReportFormat?

  /// Reads the options.
  ///
  /// - Throws: `UsageError` for a value that its option cannot have.
  init(_ arguments: ParsedArguments, _ environment: [String: String]) throws(UsageError) {
    typealias Options = PublishCommand
    paths = arguments.operands
    options = try PublishRequest.options(arguments)
    reference = try PublishRequest.reference(arguments, options)
    planOutput = try PublishRequest.planOutput(arguments, options)
    planPath = try PublishRequest.planPath(arguments)
    project = ProjectRequest(arguments, environment)
    overrides = try FieldOverrides(arguments)
    selection = try ModelSelection(arguments)
    targets = try ReportTarget.parsing(arguments.values(Options.output))
    chosenFormat = arguments.choice(Options.format, as: ReportFormat.self)
    color = arguments.choice(Options.color, as: ColorChoice.self) ?? .auto
    showsDifference = arguments.contains(Options.diff)
    if showsDifference, arguments.contains(Options.format) {
      throw UsageError(
        "'--diff' and '--format' exclude each other",
        hint: "'--output FORMAT=FILE' writes a report beside the difference")
    }
    let verbosity = arguments.count(Options.verbose)
    if verbosity > 0, arguments.contains(Options.quiet) {
      throw UsageError("'--quiet' and '--verbose' exclude each other")
    }
    detail = arguments.contains(Options.quiet) ? .quiet : verbosity > 0 ? .verbose : .usual
    logsRequests = verbosity > 1
  }

  private static func reference(
    _ arguments: ParsedArguments, _ options: PublishOptions
  ) throws(UsageError) -> String? {
    let reference = try filled(PublishCommand.against, arguments)
    guard reference != nil else { return nil }
    if options.mode == .publish {
      throw UsageError("'--against' goes with '--check' only", hint: "add '--check'")
    }
    if options.isFixing {
      throw UsageError(
        "'--against' and '--fix' exclude each other", hint: "compare once the files are mended")
    }
    return reference
  }

  private static func options(
    _ arguments: ParsedArguments
  ) throws(UsageError) -> PublishOptions {
    typealias Options = PublishCommand
    var options = PublishOptions()
    options.mode = arguments.contains(Options.check) ? .check : .publish
    if arguments.contains(Options.offline) {
      guard options.mode == .check else {
        throw UsageError("'--offline' goes with '--check' only", hint: "add '--check'")
      }
      options.mode = .offline
    }
    if arguments.command == DriftCommand.command { options.mode = .drift }
    let failOn = arguments.choice(Options.failOn, as: FailureThreshold.self)
    // Whoever asks for drift wants to know of all of it.
    options.failOn = failOn ?? (options.mode == .drift ? .warning : .error)
    options.isAllOrNothing = arguments.contains(Options.allOrNothing)
    options.hasDetailedExitCode = arguments.contains(Options.detailedExitCode)
    if options.hasDetailedExitCode, options.mode == .offline {
      throw UsageError(
        "'--detailed-exitcode' and '--offline' exclude each other",
        hint: "offline nobody knows whether there are changes to publish")
    }
    if options.hasDetailedExitCode, options.mode != .check {
      throw UsageError(
        "'--detailed-exitcode' goes with '--check' only", hint: "add '--check', or leave it out")
    }
    options.isVerifying = !arguments.contains(Options.noVerify)
    if !options.isVerifying, options.mode != .publish {
      throw UsageError(
        "'--no-verify' and '--check' exclude each other",
        hint: "a check writes nothing that could be read back")
    }
    options.isFixing = try isFixing(arguments)
    options.concurrency = arguments.integer(ProjectRequest.concurrency) ?? options.concurrency
    options.publisher = try PublishRequest.filled(DriftCommand.publishedBy, arguments)
    options.requiredAlias = try PublishRequest.filled(Options.requireAlias, arguments)
    options.requiredStage = try PublishRequest.filled(Options.requireStage, arguments)
    options.isRegistryOptional = arguments.value(Options.registry) == "optional"
    options.plan.restoresDeleted = arguments.contains(Options.restore)
    options.plan.allowsPrune = arguments.contains(Options.allowPrune)
    for text in arguments.values(Options.force) {
      do throws(FieldPathError) {
        let pattern = try FieldPathPattern(parsing: text)
        try ManifestFields.check(pattern)
        options.plan.force.append(pattern)
      } catch {
        throw UsageError("--force: \(error.message)", hint: error.hint)
      }
    }
    return options
  }

  /// Whether files are mended: only in a check, so that nothing is published that nobody has read.
  private static func isFixing(_ arguments: ParsedArguments) throws(UsageError) -> Bool {
    typealias Options = PublishCommand
    let isFixing = arguments.contains(Options.fix)
    if isFixing, !arguments.contains(Options.check) {
      throw UsageError(
        "'--fix' goes with '--check' only",
        hint: "add '--check', and publish when the changed files are reviewed")
    }
    if arguments.contains(Options.diff), !isFixing {
      throw UsageError("'--diff' goes with '--fix' only", hint: "add '--fix', or leave it out")
    }
    return isFixing
  }

  /// A value that a gate depends on; an empty one is a variable of a script that is not set.
  static func filled(
    _ option: Option, _ arguments: ParsedArguments
  ) throws(UsageError) -> String? {
    guard let value = arguments.value(option) else { return nil }
    guard value.contains(where: { !$0.isWhitespace }) else {
      throw UsageError(
        "the value of '--\(option.long)' is empty", hint: "is a variable of the script not set?")
    }
    return value
  }

  /// The format of the standard output: the option, then `MLCATALOG_FORMAT`, then text.
  func format(_ environment: [String: String]) throws(SettingsError) -> ReportFormat {
    if let chosenFormat { return chosenFormat }
    guard let text = environment["MLCATALOG_FORMAT"], !text.isEmpty else { return .text }
    guard let format = ReportFormat(rawValue: text) else {
      let words = ReportFormat.allCases.map(\.rawValue).joined(separator: ", ")
      throw .invalidVariable(name: "MLCATALOG_FORMAT", problem: "is none of \(words)")
    }
    return format
  }
}
