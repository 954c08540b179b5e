/// Names of tables in texts of others.
enum TableName {
  /// The parts of a name that is known to be one, with backquotes around any of them.
  static func parts(_ name: String) -> [String] {
    var parts: [String] = []
    var part = ""
    var isQuoted = false
    for character in name {
      switch character {
      case "`": isQuoted.toggle()
      case "." where !isQuoted:
        parts.append(part)
        part = ""
      default: part.append(character)
      }
    }
    return parts + [part]
  }

  /// Endings of files that people read data from.
  private static let fileEndings: Set<String> = [
    "arff", "arrow", "avro", "bin", "bz2", "csv", "dat", "data", "db", "delta", "feather", "gz",
    "h5", "hdf5", "ipc", "json", "jsonl", "libsvm", "ndjson", "npy", "npz", "orc", "parquet", "pkl",
    "pickle", "sas7bdat", "sqlite", "svm", "tar", "tsv", "txt", "xls", "xlsx", "xml", "yaml", "yml",
    "zip", "zst",
  ]

  /// The parts of a text that may be a table's name, with its version (`@v12`) left out; nil when
  /// it looks like a file or anything else.
  static func candidate(_ text: String) -> [String]? {
    var text = text[...]
    if let at = text.lastIndex(of: "@"), isVersion(text[text.index(after: at)...]) {
      text = text[..<at]
    }
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard (2...4).contains(parts.count), parts.allSatisfy(isIdentifier),
      !fileEndings.contains(parts[parts.count - 1].lowercased())
    else { return nil }
    return parts.map(String.init)
  }

  private static func isVersion(_ text: Substring) -> Bool {
    text.count > 1 && text.first == "v" && text.dropFirst().allSatisfy { $0.isASCII && $0.isNumber }
  }

  private static func isIdentifier(_ text: Substring) -> Bool {
    guard let first = text.first, first.isLetter || first == "_" else { return false }
    return text.allSatisfy { $0.isLetter || $0.isNumber || "_$-".contains($0) }
  }

  /// Whether a text is a query.
  static func isQuery(_ text: String) -> Bool {
    let words = text.split { $0.isWhitespace }.prefix(2)
    return words.count == 2 && ["select", "with"].contains(words[0].lowercased())
  }
}
