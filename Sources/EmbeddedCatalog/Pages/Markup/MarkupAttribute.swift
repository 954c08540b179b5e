/// An attribute of an element; its value is escaped when it is written.
struct MarkupAttribute: Sendable, Hashable {
  let name: String
  let value: String

  private init(name: String, value: String) {
    self.name = name
    self.value = value
  }

  /// An attribute that holds text.
  ///
  /// - Precondition: The name is none of those that make a browser load, run or style something.
  init(_ name: StaticString, _ value: String) {
    let name = name.description
    precondition(
      !["href", "src", "style", "action", "formaction", "srcdoc"].contains(name)
        && !name.hasPrefix("on"), "\(name) does not hold text")
    self.init(name: name, value: value)
  }

  /// An attribute that holds a number, written with one digit after the point at most.
  init(_ name: StaticString, _ value: Double) {
    let tenths = Int((value * 10).rounded())
    let whole = tenths % 10 == 0
    self.init(name: name.description, value: whole ? "\(tenths / 10)" : "\(Double(tenths) / 10)")
  }

  static func `class`(_ name: String) -> MarkupAttribute { MarkupAttribute("class", name) }
  static func id(_ name: String) -> MarkupAttribute { MarkupAttribute("id", name) }
  static func title(_ text: String) -> MarkupAttribute { MarkupAttribute("title", text) }
  static func role(_ name: String) -> MarkupAttribute { MarkupAttribute("role", name) }
  static func label(_ text: String) -> MarkupAttribute { MarkupAttribute("aria-label", text) }
  static func href(_ link: PageLink) -> MarkupAttribute {
    MarkupAttribute(name: "href", value: link.target)
  }
  static func action(_ link: PageLink) -> MarkupAttribute {
    MarkupAttribute(name: "action", value: link.target)
  }
}
