/// Reads the text of a field path: members with dots between them, elements in brackets.
struct FieldPathScanner {
  /// One step and whether it was quoted, so that `*` in it is an asterisk.
  struct Step {
    let segment: FieldPath.Segment
    let isQuoted: Bool
  }

  private let text: [Character]
  private var index = 0

  /// Takes a path as people write it.
  init(_ text: String) {
    self.text = Array(text)
  }

  /// All steps.
  mutating func steps() throws(FieldPathError) -> [Step] {
    var steps = [try member()]
    while index < text.count {
      switch text[index] {
      case ".":
        index += 1
        let isProperty = steps.count == 1 && steps[0].segment == .member("extension")
        steps.append(try isProperty ? property() : member())
      case "[": steps.append(try element())
      default:
        throw FieldPathError(
          "a `.` or `[` is expected after `\(String(text[..<index]))`", hint: Self.example)
      }
    }
    return steps
  }

  private static let example = "paths look like `mlFeatures[persona].description`"

  private mutating func member() throws(FieldPathError) -> Step {
    let start = index
    while index < text.count, !".[]".contains(text[index]) { index += 1 }
    guard index > start else {
      throw FieldPathError(
        start == 0
          ? "a field path begins with the name of a field"
          : "a name is expected after `\(String(text[..<start]))`", hint: Self.example)
    }
    return Step(segment: .member(String(text[start..<index])), isQuoted: false)
  }

  /// The rest as it is: custom properties have no members, and what they are called, dots and
  /// brackets included, is not ours to say.
  private mutating func property() throws(FieldPathError) -> Step {
    guard index < text.count else { return try member() }
    defer { index = text.count }
    return Step(segment: .member(String(text[index...])), isQuoted: false)
  }

  private mutating func element() throws(FieldPathError) -> Step {
    let start = index + 1
    if let key = quotedKey(from: start) {
      return Step(segment: .element(key), isQuoted: true)
    }
    guard let end = text[start...].firstIndex(of: "]") else {
      throw FieldPathError(
        "the bracket in `\(String(text))` is not closed", hint: Self.example)
    }
    guard end > start else {
      throw FieldPathError(
        "the brackets in `\(String(text))` are empty",
        hint: "name an element, or write `[*]` for all")
    }
    index = end + 1
    return Step(segment: .element(String(text[start..<end])), isQuoted: false)
  }

  /// The key in quotes before `]`; nil when the quotes are part of a plain key, as in
  /// `["my.service".table.column]`.
  private mutating func quotedKey(from start: Int) -> String? {
    guard start < text.count, text[start] == "\"" else { return nil }
    var key = ""
    var place = start + 1
    while place < text.count, text[place] != "\"" {
      if text[place] == "\\", place + 1 < text.count { place += 1 }
      key.append(text[place])
      place += 1
    }
    guard place + 1 < text.count, text[place + 1] == "]" else { return nil }
    index = place + 2
    return key
  }
}
