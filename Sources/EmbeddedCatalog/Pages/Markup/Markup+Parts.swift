/// Small parts that many pages have.
extension Markup {
  /// A name somebody gave: kept apart from the direction of the text around it.
  static func name(_ text: String) -> Markup {
    // A name of white space alone could be neither seen nor clicked.
    let isBlank = text.allSatisfy(\.isWhitespace)
    return Markup("bdi", isBlank ? .class("blank") : nil) { isBlank ? "(blank)" : text }
  }

  /// A name that leads to a page, when there is one.
  static func link(_ text: String, _ link: PageLink?, title: String? = nil) -> Markup {
    let name = Markup.name(text)
    guard let link else { return name }
    return Markup("a", .href(link), title.map { .title($0) }) { name }
  }

  /// A link to another site, which learns nothing of this one.
  static func outside(_ link: PageLink, @MarkupBuilder content: () -> Markup) -> Markup {
    Markup(
      "a", .href(link), MarkupAttribute("rel", "noopener noreferrer nofollow"), content: content)
  }

  /// An address as a link where it is one of the web, as text elsewhere.
  static func address(_ text: String) -> Markup {
    guard let link = PageLink.web(text) else { return Markup("code") { text } }
    return .outside(link) { Markup.name(text) }
  }

  /// Something only those who hear the page get to know.
  static func spoken(_ text: String) -> Markup {
    Markup("span", .class("spoken")) { text }
  }

  /// A moment in UTC, from milliseconds since 1970.
  static func moment(_ milliseconds: Int64) -> Markup {
    let text = Moment(milliseconds)
    return Markup("time", MarkupAttribute("datetime", text.machine)) { text.readable }
  }

  /// A section of a page, which its heading names.
  static func section(
    _ id: String, _ heading: String, count: Int? = nil, @MarkupBuilder content: () -> Markup
  ) -> Markup {
    Markup("section", .id(id), MarkupAttribute("aria-labelledby", "\(id)-heading")) {
      Markup("h2", .id("\(id)-heading")) {
        heading
        if let count { Markup("span", .class("count")) { " \(count)" } }
      }
      content()
    }
  }

  /// A number of things of a kind, in words.
  static func count(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
  }

  /// What is said where there is nothing to show.
  static func nothing(_ text: String) -> Markup { Markup("p", .class("nothing")) { text } }

  /// A cell of a table; small screens, which show no head, put its label before it.
  static func cell(
    _ label: String, class name: String? = nil, @MarkupBuilder content: () -> Markup
  ) -> Markup {
    let content = content()
    let label = content == .empty ? nil : MarkupAttribute("data-label", label)
    return Markup("td", .role("cell"), name.map { .class($0) }, label) { content }
  }
}
