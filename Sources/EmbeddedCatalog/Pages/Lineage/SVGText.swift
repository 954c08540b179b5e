/// A line of text in a picture, cut where its room ends; the whole of it is in its title.
struct SVGText {
  private let text: String
  private let place: (x: Double, y: Double)
  private let room: Double
  private let name: String
  private let isAtEnd: Bool

  init(
    _ text: String, at place: (x: Double, y: Double), room: Double, class name: String = "name",
    isAtEnd: Bool = false
  ) {
    self.text = text
    self.place = place
    self.room = room
    self.name = name
    self.isAtEnd = isAtEnd
  }

  /// About how wide a text is in the picture's letters; rather too much than too little.
  static func width(of text: String) -> Double {
    text.reduce(0) { $0 + width(of: $1) }
  }

  private static func width(of character: Character) -> Double {
    guard let scalar = character.unicodeScalars.first else { return 0 }
    if scalar.value >= 0x1100, !(0x1E00...0x2100).contains(scalar.value) { return 14 }
    if "mwMW@%—".contains(character) { return 13 }
    if character.isUppercase { return 10 }
    return "iIljt.,:;'|![]()".contains(character) ? 5 : 8.2
  }

  /// As much of the text as there is room for.
  private var fitting: String {
    var width = 0.0
    var kept = ""
    for character in text {
      width += Self.width(of: character)
      if width > room { return kept + "…" }
      // Marks upon marks upon a letter would paint over the rest of the picture.
      kept.unicodeScalars.append(contentsOf: character.unicodeScalars.prefix(8))
    }
    return kept
  }

  var markup: Markup {
    let fitting = fitting
    return Markup(
      "text", .class(name), MarkupAttribute("x", place.x), MarkupAttribute("y", place.y),
      isAtEnd ? MarkupAttribute("text-anchor", "end") : nil
    ) {
      fitting
      if fitting != text { Markup("title") { text } }
    }
  }
}
