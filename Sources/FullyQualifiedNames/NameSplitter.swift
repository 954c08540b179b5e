/// Reads the parts of a `fullyQualifiedName`: bare, or in quotes that double inside.
struct NameSplitter {
  private let text: String
  private var rest: Substring.UnicodeScalarView

  init(_ text: String) {
    self.text = text
    self.rest = Substring(text).unicodeScalars
  }

  mutating func parts() throws(FullyQualifiedNameError) -> [String] {
    var parts: [String] = []
    while true {
      let part = rest.first == "\"" ? try quotedPart() : try barePart()
      if part.isEmpty { throw .emptyPart }
      parts.append(part)
      guard let next = rest.popFirst() else { return parts }
      if next != "." { throw .textAfterQuote(text: text) }
    }
  }

  private mutating func barePart() throws(FullyQualifiedNameError) -> String {
    let part = rest.prefix { $0 != "." }
    if part.contains("\"") { throw .strayQuote(part: String(part)) }
    rest = rest[part.endIndex...]
    return String(part)
  }

  private mutating func quotedPart() throws(FullyQualifiedNameError) -> String {
    rest.removeFirst()
    var part = String.UnicodeScalarView()
    while let scalar = rest.popFirst() {
      guard scalar == "\"" else {
        part.append(scalar)
        continue
      }
      guard rest.first == "\"" else { return String(part) }
      part.append(scalar)
      rest.removeFirst()
    }
    throw .unterminatedQuote(text: text)
  }
}
