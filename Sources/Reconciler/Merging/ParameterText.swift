import JSONDocuments

/// Compares values that a run recorded as text with those that a file writes.
enum ParameterText {
  /// Whether two texts denote the same: the same text, number or boolean.
  static func areSame(_ left: String, _ right: String) -> Bool {
    if left == right { return true }
    if let left = boolean(left), let right = boolean(right) { return left == right }
    guard let left = number(left), let right = number(right) else { return false }
    return left.hasSameValue(as: right)
  }

  /// `True` as Python writes it, `true` as YAML does.
  private static func boolean(_ text: String) -> Bool? {
    switch text.lowercased() {
    case "true": true
    case "false": false
    default: nil
    }
  }

  /// A decimal number; `.5`, `5.` and `+5`, which Python and YAML allow, included.
  private static func number(_ text: String) -> JSONNumber? {
    var text = Substring(text)
    if text.hasPrefix("+") { text = text.dropFirst() }
    let isNegative = text.hasPrefix("-")
    if isNegative { text = text.dropFirst() }
    guard let first = text.first, first.isASCII, first.isNumber || first == ".",
      text.allSatisfy({ "0123456789.eE+-".contains($0) }), Double(text) != nil
    else { return nil }
    return JSONNumber(lexeme: (isNegative ? "-" : "") + (first == "." ? "0" : "") + text)
  }
}
