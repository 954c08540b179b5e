/// What readers of YAML make of a plain scalar: by the rules of YAML 1.1, the core schema of 1.2,
/// or either.
///
/// Sources: https://yaml.org/type/, and YAML 1.2.2, section 10.3.2. `y` and `n`, which hardly any
/// reader takes for truth values, count as text.
public enum PlainType: Sendable, Hashable {
  case text
  case null
  case boolean
  case integer
  case number
  case date

  /// The type of a plain scalar's text.
  public init(_ text: String) {
    self =
      if ["", "~", "null", "Null", "NULL"].contains(text) {
        .null
      } else if Self.truthWords.contains(text) {
        .boolean
      } else if Self.isInteger(text) {
        .integer
      } else if Self.isNumber(text) {
        .number
      } else if Self.isDate(text) {
        .date
      } else {
        .text
      }
  }

  private static let truthWords: Set<String> = Set(
    ["true", "false", "yes", "no", "on", "off"].flatMap { word in
      [word, word.prefix(1).uppercased() + word.dropFirst(), word.uppercased()]
    })

  private static func isInteger(_ text: String) -> Bool {
    let pattern =
      #/[-+]?(0b[01_]+|0o[0-7]+|0x[0-9a-fA-F_]+|[0-9][0-9_]*|[1-9][0-9_]*(:[0-5]?[0-9])+)/#
    return text.wholeMatch(of: pattern) != nil
  }

  private static func isNumber(_ text: String) -> Bool {
    let digits = #/[-+]?(\.[0-9][0-9_]*|[0-9][0-9_]*(\.[0-9_]*)?)([eE][-+]?[0-9]+)?/#
    let others = #/[-+]?[0-9][0-9_]*(:[0-5]?[0-9])+\.[0-9_]*|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)/#
    return text.wholeMatch(of: digits) != nil || text.wholeMatch(of: others) != nil
  }

  private static func isDate(_ text: String) -> Bool {
    let pattern =
      #/[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(([Tt]|[ \t]+)[0-9]{1,2}:[0-9]{2}:[0-9]{2}(\.[0-9]*)?([ \t]*(Z|[-+][0-9]{1,2}(:?[0-9]{2})?))?)?/#
    return text.wholeMatch(of: pattern) != nil
  }
}
