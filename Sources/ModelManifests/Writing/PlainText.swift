import Diagnostics

/// Whether a text may stand in YAML without quotes, outside of brackets.
struct PlainText {
  /// Characters that mean something at the beginning of a value.
  private static let indicators = Set("-?:,[]{}#&*!|>'\"%@`".unicodeScalars)
  /// Words that YAML 1.1 or 1.2 takes for something other than text, in lower case.
  private static let words: Set = [
    "null", "~", "=", "true", "false", "yes", "no", "on", "off", "y", "n", ".inf", ".nan", "<<",
  ]

  private let text: String

  init(_ text: String) {
    self.text = text
  }

  /// Whether every reader takes it for this very text.
  var isSafe: Bool {
    let scalars = Array(text.unicodeScalars)
    guard let first = scalars.first, let last = scalars.last else { return false }
    if Self.indicators.contains(first) || first.properties.isWhitespace { return false }
    if last.properties.isWhitespace || last == ":" { return false }
    if !scalars.allSatisfy({ $0 != "\t" && VisibleText.isVisible($0) }) { return false }
    let pairs = zip(scalars, scalars.dropFirst())
    if pairs.contains(where: { $0 == ":" && $1 == " " || $0 == " " && $1 == "#" }) { return false }
    return !isNumberLike(scalars) && !Self.words.contains(text.lowercased())
  }

  /// Whether some reader may take it for a number, a date or a time: `1e-3`, `0x1F`, `1_000`,
  /// `12:30`, `2026-11-21T10:00:00Z`, `-.inf`.
  private func isNumberLike(_ scalars: [Unicode.Scalar]) -> Bool {
    guard let first = scalars.first, isDigit(first) || "+.".unicodeScalars.contains(first) else {
      return false
    }
    let unsigned = first == "+" ? Array(scalars.dropFirst()) : scalars
    if [".inf", ".nan"].contains(String(String.UnicodeScalarView(unsigned)).lowercased()) {
      return true
    }
    if scalars.starts(with: ["0", "x"]) || scalars.starts(with: ["0", "X"]) { return true }
    return scalars.allSatisfy { isDigit($0) || "+-_.:eEtTzZob ".unicodeScalars.contains($0) }
  }

  private func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }
}
