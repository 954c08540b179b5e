import Diagnostics
import HTTPClient

extension Failure {
  /// What is shown when the settings lead to no server.
  public init(_ error: SettingsError) {
    switch error {
    case .noHost:
      self.init(
        .noHost, "no server is named", "set OPENMETADATA_HOST, or give --host", .configuration)
    case .invalidHost(let source, let isOption, let problem):
      self.init(
        .invalidHost, "\(source) is not the address of a server: \(problem)",
        "write it like https://catalog.example", isOption ? .usage : .configuration)
    case .noToken:
      self.init(
        .noToken, "no token for the server",
        "set OPENMETADATA_JWT_TOKEN, or OPENMETADATA_JWT_TOKEN_FILE to a file that holds it",
        .notPermitted)
    case .unreadableTokenFile(let variable, let error):
      self.init(
        .unreadableSettings, "the file that \(variable) names cannot be read: \(error)",
        "let \(variable) name a file that holds the token and that this user may read",
        .configuration)
    case .emptyTokenFile(let variable, let path):
      self.init(
        .noToken, "the file \(path), which \(variable) names, is empty",
        "write the token into it", .notPermitted)
    case .malformedToken(let source, let hasScheme):
      self.init(
        .noToken, "\(source) holds no token: it has white space, or characters that no token has",
        hasScheme
          ? "leave out `Bearer`; the token alone is meant"
          : "write the token there as the catalog shows it, and nothing else", .notPermitted)
    case .refused(let refusal):
      self.init(.tokenWithheld, refusal.message, refusal.hint, .notPermitted)
    case .invalidVariable(let name, let problem):
      self.init(
        .invalidVariable, "\(name) \(problem)", "correct the value of \(name), or unset it",
        .configuration)
    case .malformedEnvironmentFile(let path, let line, let problem):
      self.init(Failure.malformedEnvironmentFile(path, line, problem), .configuration)
    case .unknownEnvironment(let name, let known, let config):
      self.init(Failure.unknownEnvironment(name, known, config), .usage)
    case .unreadableFile(let error, let isOption):
      self.init(
        .unreadableSettings, "a settings file cannot be read: \(error)",
        isOption
          ? "correct the path of --config; it begins at the working directory"
          : "correct the path, or see to the file's permissions; MLCATALOG_CONFIG names the file too",
        isOption ? .noInput : .configuration)
    }
  }

  /// What is shown when there is nothing to read.
  public init(_ error: InputError) {
    switch error {
    case .noSuchPath(let path):
      let near = FileSystem.nearName(path).map { "did you mean \($0)?" }
      self.init(
        .noSuchPath, "no such file or folder: \(path)",
        near ?? "correct the path; relative paths begin at the working directory", .noInput)
    case .unreadable(let error):
      self.init(
        .noSuchPath, "\(error.path) cannot be read: \(error.reason)",
        "see to its permissions, or name another", .noInput)
    case .nothingFound(let operands):
      let missing =
        operands.isEmpty
        ? "there is no ml_model.yaml in the working directory"
        : "there is no ml_model*.yaml or ml_model*.yml in \(operands.joined(separator: ", "))"
      self.init(
        .nothingToPublish, "nothing to publish was found: \(missing)", Failure.namingHint, .noInput)
    case .noModel(let files):
      self.init(
        .nothingToPublish, "no model is described in \(files.joined(separator: ", "))",
        "begin with `name: …` to describe one", .noInput)
    case .nothingMatches(let patterns, let unlisted):
      self.init(Failure.nothingMatches(patterns, unlisted), .noInput)
    }
  }

  /// What a line of `.env` lacks, without a word of it.
  private static func malformedEnvironmentFile(
    _ path: String, _ line: Int, _ problem: EnvironmentFile.Problem
  ) -> Diagnostic {
    let (message, hint) =
      switch problem {
      case .noAssignment:
        (
          "the line is not of the form NAME=value",
          "write NAME=value, or begin the line with # when it is a remark"
        )
      case .invalidName:
        (
          "what stands before the `=` is no name of a variable",
          "a name is made of letters, digits and _, and begins with no digit"
        )
      case .openQuote:
        ("a quote in the line is not closed", "end the value with the quote that it begins with")
      case .textAfterQuote:
        (
          "something follows the quote that ends the value",
          "put all of the value within quotes, and # before a remark"
        )
      }
    let place = Position(line: line, column: 1)
    return Diagnostic(
      .malformedEnvironmentFile, message, hint: hint,
      at: SourceRange(path: path, start: place, end: place))
  }

  private static func unknownEnvironment(
    _ name: String, _ known: [String], _ config: String?
  ) -> Diagnostic {
    guard let config else {
      return Diagnostic(
        .unknownEnvironment, "there is no environment `\(name)`, and no project config",
        hint: "describe it in mlcatalog.yaml, or name that file by --config")
    }
    let closest = SpellingSuggestion.best(for: name, among: known)
    let list = known.sorted().map { "`\($0)`" }.joined(separator: ", ")
    return Diagnostic(
      .unknownEnvironment, "\(config) has no environment `\(name)`",
      hint: closest.map { "did you mean `\($0)`?" }
        ?? (known.isEmpty ? "it describes none" : "it has \(list)"))
  }

  private static let namingHint = "name a manifest, or list it under manifests: in mlcatalog.yaml"

  private static func nothingMatches(
    _ patterns: [Located<String>], _ unlisted: String?
  ) -> Diagnostic {
    let remarks = patterns.map { UnmatchedPattern($0) }
    let hint = unlisted.map { "\($0) lies there; list it under manifests:" }
    return Diagnostic(
      .nothingToPublish, remarks.first?.message ?? "no file matches manifests:",
      hint: hint ?? remarks.first?.hint, at: patterns.first?.range,
      notes: remarks.dropFirst().map { Diagnostic.Note($0.message, at: $0.pattern.range) })
  }

  init(_ code: DiagnosticCode, _ message: String, _ hint: String?, _ status: ExitCode) {
    self.init(Diagnostic(code, message, hint: hint), status)
  }
}
