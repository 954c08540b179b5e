public import Diagnostics

/// A value that the command line gives to a field: `--set PATH=VALUE` or `--set NAME:PATH=VALUE`.
public struct FieldOverride: Sendable, Hashable {
  /// The model's name, or its fully qualified name; nil for the only model.
  public let model: Located<String>?
  /// The field, which takes a scalar.
  public let path: Located<FieldPath>
  /// The value, taken as text.
  public let value: Located<String>

  /// Reads an argument whose first character stands at `offset` of the command line.
  ///
  /// - Throws: ``FieldPathError`` when it is not of the form, or the path leads to no scalar.
  init(_ text: String, at offset: Int, of file: CommandLineText) throws(FieldPathError) {
    let equals = FieldOverride.equalsSign(in: text)
    guard let equals else {
      throw FieldPathError(
        "`\(text)` gives no value", hint: "write `PATH=VALUE`, as in `mlStore.storage=s3://…`")
    }
    let left = text[..<equals]
    let (name, pathStart, path) = try FieldOverride.target(left)
    func located<Value: Sendable>(_ value: Value, _ part: Substring) -> Located<Value> {
      let start = offset + text.utf8.distance(from: text.startIndex, to: part.startIndex)
      return Located(value, at: file.range(from: start, count: part.utf8.count))
    }
    model = name.map { located(String($0), $0) }
    self.path = located(path, text[pathStart..<equals])
    let rest = text[text.index(after: equals)...]
    value = located(String(rest), rest)
  }

  /// The first `=` outside of brackets.
  private static func equalsSign(in text: String) -> String.Index? {
    var depth = 0
    return text.indices.first { index in
      switch text[index] {
      case "[": depth += 1
      case "]": depth = max(0, depth - 1)
      default: break
      }
      return text[index] == "=" && depth == 0
    }
  }

  private typealias Target = (name: Substring?, pathStart: String.Index, path: FieldPath)

  /// The path, and the name before it: all up to the last `:` behind which a path stands.
  private static func target(_ text: Substring) throws(FieldPathError) -> Target {
    let problem: FieldPathError
    do throws(FieldPathError) {
      return (nil, text.startIndex, try scalarPath(text))
    } catch {
      problem = error
    }
    var isNamed: FieldPathError?
    for index in text.indices.reversed() where text[index] == ":" && index > text.startIndex {
      let start = text.index(after: index)
      do throws(FieldPathError) {
        return (text[..<index], start, try scalarPath(text[start...]))
      } catch {
        isNamed = isNamed ?? error
      }
    }
    throw isNamed ?? problem
  }

  private static func scalarPath(_ text: Substring) throws(FieldPathError) -> FieldPath {
    let path = try FieldPath(parsing: String(text))
    try ManifestFields.checkScalar(path)
    return path
  }
}
