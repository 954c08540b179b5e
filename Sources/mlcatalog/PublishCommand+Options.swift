import Arguments
import Publishing

extension PublishCommand {
  static let check = Option("check", help: "Show what would be done and write nothing")
  static let offline = Option(
    "offline",
    help: """
      With --check, take what catalog and registries know from mlcatalog.lock; no token is needed
      """)
  static let fix = Option(
    "fix", help: "With --check, mend in the files what can only have been meant in one way")
  static let diff = Option(
    "diff", help: "With --fix, print what would be changed in the files and leave them as they are")
  static let against = Option(
    "against", value: .text("COMMIT"),
    help: """
      With --check, show what changed since this branch left another one, such as origin/main
      """)
  static let format = Option(
    "format", value: .choice(ReportFormat.allCases.map(\.rawValue)),
    help: """
      The report on the standard output; text when not given. github and azure are the commands that \
      these platforms read there
      """)
  static let output = Option(
    "output", value: .text("FORMAT=FILE"), isRepeatable: true,
    help: "Write a report of that format to a file as well; may be repeated")
  static let failOn = Option(
    "fail-on", value: .choice(FailureThreshold.allCases.map(\.rawValue)),
    help: "From which severity on findings fail the run; error when not given")
  static let allOrNothing = Option(
    "all-or-nothing", help: "Write nothing unless every model is clean and free of conflicts")
  static let detailedExitCode = Option(
    "detailed-exitcode", help: "With --check, end with 2 when there are changes to publish")
  static let force = Option(
    "force", value: .text("FIELD"), isRepeatable: true,
    help: "Let the file win for a field, such as description or mlFeatures[*].description")
  static let set = Option(
    "set", value: .text("PATH=VALUE"), isRepeatable: true,
    help: """
      Give a field a value, such as mlStore.storage=s3://models/7; NAME:PATH=VALUE when there are \
      several models
      """)
  static let requireAlias = Option(
    "require-alias", value: .text("ALIAS"),
    help: "Publish only versions that the alias of the registry points to")
  static let requireStage = Option(
    "require-stage", value: .text("STAGE"),
    help: "Publish only versions that are in the stage of the registry")
  static let registry = Option(
    "registry", value: .choice(["required", "optional"]),
    help: "Whether a registry that cannot be asked ends the run; required when not given")
  static let allowPrune = Option(
    "allow-prune", help: "Let more than three edges go that are more than half as many as stay")
  static let noVerify = Option(
    "no-verify", help: "Do not read back what was written; the report says so")
  static let restore = Option(
    "restore", help: "Bring back models and services that were deleted in the catalog")
  static let planOut = Option(
    "plan-out", value: .text("FILE"),
    help: "With --check, save the plan, so that exactly this is published later by --plan")
  static let plan = Option(
    "plan", value: .text("FILE"),
    help: """
      Publish a plan that --plan-out saved, and nothing else; nothing at all when the catalog moved \
      since
      """)
  static let color = Option(
    "color", value: .choice(ColorChoice.allCases.map(\.rawValue)),
    help: "Whether reports are coloured; auto when not given")
  static let quiet = Option("quiet", short: "q", help: "Show findings and the summary only")
  static let verbose = Option(
    "verbose", short: "v", isRepeatable: true,
    help: "Show where each value comes from; -vv shows every request too")

  static let command = Command(
    name: "publish", summary: "Publish models to the catalog, or check what would be done",
    discussion: """
      Reads the files given, or every ml_model*.yaml below the folders given. Without a path \
      mlcatalog.yaml says which files there are, else ml_model.yaml is read.

      The token comes from OPENMETADATA_JWT_TOKEN, or from the file that \
      OPENMETADATA_JWT_TOKEN_FILE names.
      """,
    operands: [
      Operand("PATH", help: "A manifest, or a folder that holds manifests", isRepeatable: true)
    ],
    options: [
      check, offline, against, fix, diff, format, output, failOn, allOrNothing, detailedExitCode,
      ModelSelection.select, ModelSelection.shard, set, force, allowPrune, restore, noVerify,
      requireAlias, requireStage, registry, planOut, plan,
      ProjectRequest.concurrency, ProjectRequest.timeout, ProjectRequest.config,
      ProjectRequest.env, ProjectRequest.host, ProjectRequest.allowPlainHTTP,
      color, quiet, verbose,
    ])
}
