import Arguments

/// One `--output FORMAT=FILE`.
struct ReportTarget: Sendable, Equatable {
  let format: ReportFormat
  let path: String

  /// Reads the option's value.
  init(parsing text: String) throws(UsageError) {
    let words = ReportFormat.allCases.filter { !$0.isForStandardOutput }.map(\.rawValue)
      .joined(separator: ", ")
    guard let equals = text.firstIndex(of: "="), text.index(after: equals) < text.endIndex else {
      throw UsageError(
        "'\(text)' for '--output' is not FORMAT=FILE", hint: "write, for example, json=report.json")
    }
    guard let format = ReportFormat(rawValue: String(text[..<equals])) else {
      throw UsageError(
        "'\(text)' for '--output' begins with none of \(words)",
        hint: "write, for example, json=report.json")
    }
    guard !format.isForStandardOutput else {
      throw UsageError(
        "'\(text)' for '--output': the platform reads these commands from the standard output only",
        hint: "give --format \(format.rawValue), and --output for other formats")
    }
    self.format = format
    path = String(text[text.index(after: equals)...])
  }

  /// Reads the values of all options.
  ///
  /// - Throws: `UsageError` also for two reports to one file, of which one would be lost.
  static func parsing(_ texts: [String]) throws(UsageError) -> [ReportTarget] {
    var targets: [ReportTarget] = []
    for text in texts {
      let target = try ReportTarget(parsing: text)
      if let other = targets.first(where: { OutputFile.isSame($0.path, target.path) }) {
        throw UsageError(
          "'--output' sends two reports, \(other.format.rawValue) and \(target.format.rawValue), "
            + "to the file \(target.path)", hint: "give each a file of its own")
      }
      targets.append(target)
    }
    return targets
  }
}
