/// The beginning of an item of a Markdown list.
struct ListMarker {
  enum Kind { case bullet, number }

  let kind: Kind
  /// How many characters the marker takes, its space included.
  let width: Int
  let content: Substring

  /// Reads `- `, `* `, `+ ` or `1. `; nil for any other beginning.
  init?(_ line: Substring) {
    let digits = line.prefix { $0.isASCII && $0.isNumber }.count
    let rest = line.dropFirst(digits)
    if digits == 0, let first = rest.first, "-*+".contains(first), rest.dropFirst().first == " " {
      kind = .bullet
    } else if (1...9).contains(digits), rest.hasPrefix(". ") {
      kind = .number
    } else {
      return nil
    }
    width = digits + 2
    content = line.dropFirst(width)
  }
}
