extension GitError {
  /// Tells a failed command by what it said; its words are English, since the locale is ours.
  init(_ command: String, errors: [UInt8], in folder: String) {
    let text = String(decoding: errors, as: UTF8.self)
    if text.contains("dubious ownership") || text.contains("unsafe repository") {
      self = .notTrusted(GitError.quoted(in: text) ?? folder)
    } else if text.contains("not a git repository") || text.contains("run in a work tree") {
      self = .notARepository(folder)
    } else if ["promisor", "lazy fetching", "transport '"].contains(where: { text.contains($0) }) {
      self = .missingObject
    } else {
      self = .failed(command: command, reason: GitError.reason(text))
    }
  }

  /// The first text in single quotes.
  private static func quoted(in text: String) -> String? {
    let parts = text.split(separator: "'", omittingEmptySubsequences: false)
    return parts.count > 2 ? String(parts[1]) : nil
  }

  /// The line that says why, without what only a terminal would understand.
  private static func reason(_ text: String) -> String {
    let lines = text.split(whereSeparator: \.isNewline)
    let line = lines.first { $0.hasPrefix("fatal: ") }?.dropFirst(7) ?? lines.last ?? ""
    let shown = line.unicodeScalars.prefix(200).map { $0.value < 32 ? " " : Character($0) }
    return shown.isEmpty ? "it did not say why" : String(shown)
  }
}
