/// Writes random well-formed YAML in all the styles that people use.
struct DocumentGenerator {
  private var random: any RandomNumberGenerator
  private var anchors: [String] = []
  private var mappingAnchors: [String] = []
  private var anchorCount = 0

  init(random: any RandomNumberGenerator) {
    self.random = random
  }

  /// The text of one document whose root is a mapping or a list.
  mutating func document() -> String {
    anchors = []
    mappingAnchors = []
    anchorCount = 0
    let text =
      (chance(3) ? "---\n" : "") + collection(indent: 0, depth: 0).drop(while: { $0 == "\n" })
    let ending = ["\n", "\n", "\r\n", "\r"][Int.random(in: 0..<4, using: &random)]
    return text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: ending)
  }

  private mutating func chance(_ outOf: Int) -> Bool {
    Int.random(in: 0..<outOf, using: &random) == 0
  }

  /// A block collection that begins with a line end.
  private mutating func collection(indent: Int, depth: Int) -> String {
    let pad = String(repeating: " ", count: indent)
    let count = Int.random(in: 1...4, using: &random)
    var text = ""
    if chance(2) {
      for _ in 0..<count {
        text += note(pad) + "\n\(pad)-" + value(indent: indent + 2, depth: depth + 1)
      }
      return text
    }
    for number in 0..<count {
      let key = [
        "k\(number)", "'k \(number)'", "\"k\\u00e9\(number)\"", "ключ\(number)",
        "? k\(number)\n\(pad)",
      ]
      text += note(pad) + "\n\(pad)" + (key.randomElement(using: &random) ?? "k\(number)") + ":"
      text += value(indent: indent + 2, depth: depth + 1)
    }
    if !mappingAnchors.isEmpty, chance(2) {
      let names = (0..<Int.random(in: 1...3, using: &random)).compactMap { _ in
        mappingAnchors.randomElement(using: &random)
      }
      text +=
        "\n\(pad)<<: "
        + (names.count == 1
          ? "*\(names[0])" : "[\(names.map { "*\($0)" }.joined(separator: ", "))]")
    }
    return text
  }

  private mutating func note(_ pad: String) -> String {
    chance(6) ? (chance(2) ? "\n\(pad)# note: é" : "\n") : ""
  }

  /// A value after `-` or `:`, with what stands between.
  private mutating func value(indent: Int, depth: Int) -> String {
    if !anchors.isEmpty, chance(8) { return " *\(anchors.randomElement(using: &random) ?? "")" }
    var properties = ""
    var anchor: String?
    if chance(6) {
      anchorCount += 1
      anchor = "a\(anchorCount)"
      properties = " &a\(anchorCount)"
    }
    let kind = Int.random(in: 0..<(depth < 4 ? 12 : 9), using: &random)
    let text: String
    switch kind {
    case 0: text = " " + flow(depth: depth)
    case 1: text = chance(2) ? "" : " # nothing"
    case 2: text = blockScalar(indent: indent)
    case 9...: text = collection(indent: indent, depth: depth)
    default: text = " " + scalar() + (chance(8) ? " # note" : "")
    }
    let isMapping =
      kind >= 9
      && text.drop { $0 == "\n" || $0 == " " }.first.map { $0 != "-" && $0 != "#" } == true
    if let anchor {
      anchors.append(anchor)
      if isMapping { mappingAnchors.append(anchor) }
    }
    return properties + (properties.isEmpty && kind > 1 && kind < 9 && chance(10) ? " !!str" : "")
      + text
  }

  private mutating func scalar() -> String {
    let scalars = [
      "plain", "two words", "1.10", "no", "'single ''quoted'''",
      "\"double \\\"quoted\\\" \\t\\u263A\"",
      "é👩‍🔬", "a#b", "http://x/y?z", "''", "\"\"", "-1", "\"two\n\n   lines\"", "x:y", "~",
    ]
    return scalars.randomElement(using: &random) ?? "plain"
  }

  private mutating func blockScalar(indent: Int) -> String {
    let pad = String(repeating: " ", count: indent)
    let head = ["|", ">", "|-", ">-", "|+", ">+"].randomElement(using: &random) ?? "|"
    let lines = (0..<Int.random(in: 1...3, using: &random)).map { _ in
      chance(4)
        ? ""
        : pad + (["text", "é 👩‍🔬", "  more", "# no comment"].randomElement(using: &random) ?? "text")
    }
    return " \(head)\n\(pad)first\n" + lines.joined(separator: "\n")
  }

  private mutating func flow(depth: Int) -> String {
    let items = (0..<Int.random(in: 0...3, using: &random)).map { number -> String in
      switch Int.random(in: 0..<(depth < 4 ? 5 : 3), using: &random) {
      case 0: "'q\(number)'"
      case 3: flow(depth: depth + 1)
      default: ["a b", "\"x, y\"", "1.0", "é"].randomElement(using: &random) ?? "a"
      }
    }
    if chance(2) {
      return "{" + items.enumerated().map { "f\($0.offset): \($0.element)" }.joined(separator: ", ")
        + "}"
    }
    return "[" + items.map { chance(5) ? "p: \($0) " : $0 }.joined(separator: ",  ") + "]"
  }
}
