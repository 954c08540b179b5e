import Diagnostics

extension ReportFormat {
  /// What reports of this format are to whoever reads the standard output.
  var content: StandardStream.Content {
    switch self {
    case .github, .azure: .commands
    case .text, .markdown: .words
    case .json, .gitlab, .sarif, .rdjson, .junit: .data
    }
  }

  /// A report in which no text of others is a command to the runner that prints it, and which says
  /// the same to the program that reads it.
  func withoutCommands(_ text: String) -> String {
    switch self {
    // They see to it line by line.
    case .github, .azure: text
    case .text, .markdown: RunnerCommands.defused(text)
    case .json, .gitlab, .sarif, .rdjson: RunnerCommands.escaped(inJSON: text)
    case .junit: RunnerCommands.escaped(inXML: text)
    }
  }
}
