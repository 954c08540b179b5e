/// A text in which `*` stands for any text and `?` for one character; case does not matter.
struct WildcardPattern: Sendable, Hashable {
  private let characters: [Character]

  init(_ text: String) { characters = Array(text.lowercased()) }

  func matches(_ text: String) -> Bool {
    Self.matches(characters, Array(text.lowercased()), isAny: { $0 == "*" }) { pattern, character in
      pattern == "?" || pattern == character
    }
  }

  /// Compares a sequence with a pattern of which some elements stand for any run of elements.
  ///
  /// Remembers only the last of those, so that nothing takes more than length times length.
  static func matches<Element>(
    _ pattern: [Element], _ text: [Element], isAny: (Element) -> Bool,
    fits: (Element, Element) -> Bool
  ) -> Bool {
    var pattern = pattern[...]
    var text = text[...]
    var retry: (pattern: ArraySlice<Element>, text: ArraySlice<Element>)?
    while !text.isEmpty || !pattern.isEmpty {
      if let first = pattern.first, isAny(first) {
        pattern = pattern.dropFirst()
        retry = (pattern, text)
      } else if let first = pattern.first, let next = text.first, fits(first, next) {
        pattern = pattern.dropFirst()
        text = text.dropFirst()
      } else if let again = retry, !again.text.isEmpty {
        retry = (again.pattern, again.text.dropFirst())
        (pattern, text) = (again.pattern, again.text.dropFirst())
      } else {
        return false
      }
    }
    return true
  }

  /// The same pattern for SQL's LIKE with a backslash as escape.
  static func like(_ text: String) -> String {
    var pattern = ""
    for character in text {
      switch character {
      case "*": pattern += "%"
      case "?": pattern += "_"
      case "%", "_", "\\": pattern += "\\\(character)"
      default: pattern.append(character)
      }
    }
    return pattern
  }
}
