import Diagnostics

/// What may be written without quotes.
struct PlainText {
  /// Characters that mean something at the beginning of a value.
  private static let indicators = Set("-?:,[]{}#&*!|>'\"%@`".unicodeScalars)
  /// Characters that end a value in brackets, or begin another there.
  private static let brackets = Set(",[]{}".unicodeScalars)
  /// What means something to some readers beside the types of ``PlainType``.
  private static let words: Set = ["y", "n", "=", "<<"]

  private let text: String

  init(_ text: String) {
    self.text = text
  }

  /// Whether it stands for itself as far as the signs of YAML go; some readers may still take it for
  /// a number or a truth value.
  func isFreeOfSigns(inBrackets: Bool) -> Bool {
    let scalars = Array(text.unicodeScalars)
    guard let first = scalars.first, let last = scalars.last else { return false }
    if Self.indicators.contains(first) || first.properties.isWhitespace { return false }
    if last.properties.isWhitespace || last == ":" { return false }
    if !scalars.allSatisfy({ $0 != "\t" && VisibleText.isVisible($0) }) { return false }
    if inBrackets, scalars.contains(where: Self.brackets.contains) { return false }
    let pairs = zip(scalars, scalars.dropFirst())
    return !pairs.contains { $0 == ":" && $1 == " " || $0 == " " && $1 == "#" }
  }

  /// Whether every reader takes it for this very text, by the rules of YAML 1.1 or 1.2, and those
  /// too that are laxer than the rules.
  func isSafe(inBrackets: Bool) -> Bool {
    let folded = text.lowercased()
    return isFreeOfSigns(inBrackets: inBrackets) && PlainType(folded) == .text
      && !Self.words.contains(folded) && !isNumberLike
  }

  /// Whether it is made like a number, a date or a time: `1e-3`, `0x1F`, `1.2.3`, `12:99`.
  private var isNumberLike: Bool {
    let scalars = Array(text.unicodeScalars)
    guard let first = scalars.first, isDigit(first) || "+.".unicodeScalars.contains(first) else {
      return false
    }
    if scalars.starts(with: ["0", "x"]) || scalars.starts(with: ["0", "X"]) { return true }
    return scalars.allSatisfy { isDigit($0) || "+-_.:eEtTzZob ".unicodeScalars.contains($0) }
  }

  private func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }
}
