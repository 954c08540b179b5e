public import Diagnostics
public import HTTPClient
public import Publishing

/// What reports need besides the run that they tell of.
public struct ReportContext: Sendable {
  /// The program in whose name they are made.
  public var tool: ToolIdentity
  /// The files that findings lie in.
  public var files: [SourceFile]
  /// Where these files lie in their repository.
  public var paths: RepositoryPaths
  /// What keeps secrets out.
  ///
  /// Formats apply it to each text before they escape or cut it: afterwards a secret may look
  /// otherwise than it is known.
  public var redactor: Redactor
  /// From which severity on findings fail the run.
  public var failOn: FailureThreshold

  /// Takes what reports need.
  public init(
    tool: ToolIdentity, files: [SourceFile], paths: RepositoryPaths,
    redactor: Redactor = Redactor([]), failOn: FailureThreshold = .error
  ) {
    self.tool = tool
    self.files = files
    self.paths = paths
    self.redactor = redactor
    self.failOn = failOn
  }

  /// A text of others on one line: without secrets, and nothing in it acts on a terminal.
  func visible(_ text: String) -> String {
    VisibleText.escaping(redactor.redact(text))
  }

  /// A text of others whose line ends stay.
  func visibleLines(_ text: String) -> [String] {
    redactor.redact(text).split(separator: "\n", omittingEmptySubsequences: true)
      .map { VisibleText.escaping(String($0)) }
  }
}
