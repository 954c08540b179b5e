/// A `.env` file: `NAME=value` a line, as shells and Compose write it.
public struct EnvironmentFile: Sendable, Hashable {
  /// What is wrong with a line.
  public enum Problem: Sendable, Hashable {
    /// There is no `=`.
    case noAssignment
    /// What stands before the `=` is no name.
    case invalidName
    /// The value begins with a quote that does not end.
    case openQuote
    /// Something that is no remark follows the quote that ends the value.
    case textAfterQuote
  }

  /// The file's path as it is shown.
  public let path: String
  /// The values by name; the last of two wins.
  public let values: [String: String]

  /// Reads the text.
  ///
  /// Blank lines and lines that begin with `#` are skipped, so is `export ` before a name. Values
  /// may stand in single quotes (taken as they are) or double quotes (`\n`, `\"`, `\\`, `\$`);
  /// after an unquoted value ` #` begins a remark. Nothing is ever substituted.
  ///
  /// - Throws: ``SettingsError/malformedEnvironmentFile(path:line:_:)``; the text of the line is not
  ///   repeated, since it may be a secret.
  public init(path: String, text: String) throws(SettingsError) {
    self.path = path
    var values: [String: String] = [:]
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (index, line) in lines.enumerated() {
      var line = trimmed(line)
      if index == 0, line.first == "\u{FEFF}" { line = line.dropFirst() }
      if line.isEmpty || line.first == "#" { continue }
      if line.hasPrefix("export ") { line = trimmed(line.dropFirst(7)) }
      do throws(LineError) {
        let (name, value) = try EnvironmentFile.assignment(line)
        values[name] = value
      } catch {
        throw .malformedEnvironmentFile(path: path, line: index + 1, error.problem)
      }
    }
    self.values = values
  }

  private struct LineError: Error {
    let problem: Problem
  }

  private static func assignment(
    _ line: Substring
  ) throws(LineError) -> (name: String, value: String) {
    guard let equals = line.firstIndex(of: "=") else { throw LineError(problem: .noAssignment) }
    let name = trimmed(line[..<equals])
    guard isName(name) else { throw LineError(problem: .invalidName) }
    return (String(name), try value(trimmed(line[line.index(after: equals)...])))
  }

  private static func isName(_ text: Substring) -> Bool {
    guard let first = text.utf8.first, !(48...57).contains(first) else { return false }
    return text.unicodeScalars.allSatisfy { scalar in
      scalar == "_" || scalar.isASCII && scalar.properties.isAlphabetic
        || ("0"..."9").contains(scalar)
    }
  }

  /// The value without its quotes.
  private static func value(_ text: Substring) throws(LineError) -> String {
    guard let quote = text.first, quote == "\"" || quote == "'" else {
      guard let remark = text.firstRange(of: " #") else { return String(text) }
      return String(trimmed(text[..<remark.lowerBound]))
    }
    var result = ""
    var rest = text.dropFirst()
    while let character = rest.popFirst() {
      if character == quote {
        let after = trimmed(rest)
        guard after.isEmpty || after.first == "#" else {
          throw LineError(problem: .textAfterQuote)
        }
        return result
      }
      if character == "\\", quote == "\"", let next = rest.first, "nrt\"\\$".contains(next) {
        rest.removeFirst()
        result.append(["n": "\n", "r": "\r", "t": "\t"][next] ?? next)
      } else {
        result.append(character)
      }
    }
    throw LineError(problem: .openQuote)
  }
}

private func trimmed(_ text: Substring) -> Substring {
  var text = text
  while let first = text.first, first.isWhitespace { text.removeFirst() }
  while let last = text.last, last.isWhitespace { text.removeLast() }
  return text
}
