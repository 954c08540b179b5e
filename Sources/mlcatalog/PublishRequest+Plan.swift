import Arguments
import Publishing

extension PublishRequest {
  /// What may stand beside `--plan`: where the server is and how the report looks, nothing that
  /// would change the plan.
  private static let besidePlan: Set<String> = Set(
    [
      PublishCommand.plan, PublishCommand.format, PublishCommand.output, PublishCommand.color,
      PublishCommand.quiet, PublishCommand.verbose, PublishCommand.noVerify,
      ProjectRequest.concurrency,
      ProjectRequest.timeout, ProjectRequest.config, ProjectRequest.env, ProjectRequest.host,
      ProjectRequest.allowPlainHTTP,
    ].map(\.long))

  /// The file of `--plan-out`, which a check alone has something for.
  static func planOutput(
    _ arguments: ParsedArguments, _ options: PublishOptions
  ) throws(UsageError) -> String? {
    guard let path = try filled(PublishCommand.planOut, arguments) else { return nil }
    guard options.mode == .check else {
      throw UsageError(
        "'--plan-out' goes with '--check' only, and not with '--offline'", hint: "add '--check'")
    }
    guard !options.isFixing else {
      throw UsageError(
        "'--plan-out' and '--fix' exclude each other", hint: "plan once the files are mended")
    }
    let targets = try ReportTarget.parsing(arguments.values(PublishCommand.output))
    guard !targets.contains(where: { OutputFile.isSame($0.path, path) }) else {
      throw UsageError(
        "'--plan-out' and '--output' name one file, \(path)", hint: "give each a file of its own")
    }
    return path
  }

  /// The file of `--plan`, and nothing beside it that the plan says already.
  static func planPath(_ arguments: ParsedArguments) throws(UsageError) -> String? {
    guard let path = try filled(PublishCommand.plan, arguments) else { return nil }
    let hint = "the plan says what is written; plan again with '--check --plan-out FILE'"
    if let operand = arguments.operands.first {
      throw UsageError("'--plan' takes no manifests, and '\(operand)' was given", hint: hint)
    }
    for option in arguments.command.options
    where arguments.contains(option) && !besidePlan.contains(option.long) {
      throw UsageError("'--plan' and '--\(option.long)' exclude each other", hint: hint)
    }
    return path
  }
}
