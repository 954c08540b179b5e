import Diagnostics

/// Lines for the log of a platform that reads commands from it.
enum LogLine {
  /// A line that is read as no command, wherever names of others stand in it; with its line end.
  ///
  /// Runners look for `::` at the start of a line, and for `##[` and `##vso[` anywhere.
  static func plain(_ text: String) -> String {
    var line = String.UnicodeScalarView()
    for scalar in VisibleText.escaping(text).unicodeScalars {
      if scalar == "#", line.last == "#" { line.append(" ") }
      line.append(scalar)
    }
    let start = line.first { !$0.properties.isWhitespace } == ":" ? "- " : ""
    return start + String(line) + "\n"
  }
}
