import FullyQualifiedNames

/// A line of OpenMetadata: how its servers write names, and in what words its own PostgreSQL
/// connector describes a database to them.
public struct ConnectorLine: Sendable, Hashable {
  private let numbers: [Int]

  /// The line of a server's version such as `1.5.10`.
  public init(version: String) {
    numbers = version.split(separator: ".").prefix(2).map { Int($0) ?? 0 }
  }

  /// How names are written; servers from 1.13 on allow quotes in them.
  var quoting: NameQuoting { isSince(1, 13) ? .doublesQuotes : .rejectsQuotes }

  /// Whether the words are those of the connector 2.0; before, they are those of 1.5.
  ///
  /// The connectors between have not been compared, and every server understands the old words.
  var hasNewWords: Bool { isSince(2, 0) }

  /// The name under which the connector keeps a table or column.
  ///
  /// From 1.6 on it spells out what servers do not allow in names, from 1.12 on line ends too.
  func spelling(of name: String) -> String {
    guard isSince(1, 6) else { return name }
    let spelled =
      name.replacing("::", with: "__reserved__colon__")
      .replacing(">", with: "__reserved__arrow__")
      .replacing("\"", with: "__reserved__quote__")
    guard isSince(1, 12) else { return spelled }
    return spelled.replacing("\n", with: "__reserved__newline__")
      .replacing("\r", with: "__reserved__carriage_return__")
      .replacing("\t", with: "__reserved__tab__")
  }

  /// Whether servers take an entity of this name, as `basic.json#/definitions/entityName` says.
  func allows(_ name: String) -> Bool {
    guard allowsColumn(name) else { return false }
    guard isSince(2, 0) else { return true }
    return !name.unicodeScalars.contains { $0 == ">" || $0 == "\"" || $0.value < 0x20 }
  }

  /// Whether servers take a column of this name, as `table.json#/definitions/columnName` says.
  func allowsColumn(_ name: String) -> Bool {
    !name.contains("::") && (try? quoting.check(name)) != nil
  }

  private func isSince(_ major: Int, _ minor: Int) -> Bool {
    !numbers.lexicographicallyPrecedes([major, minor])
  }
}
