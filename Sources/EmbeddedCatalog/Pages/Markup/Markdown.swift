/// Descriptions: paragraphs, headings, lists, quotes, code, emphasis and links of Markdown.
///
/// Everything else, HTML included, is shown as the text it is. Images become links, so that
/// no page loads anything from elsewhere. Reading takes time in proportion to the text.
enum Markdown {
  /// The text as blocks; headings begin below those of the page.
  static func markup(_ text: String) -> Markup {
    // "\r\n" is one character to Swift, and a line's end as well.
    var lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }[...]
    return Markup(joining: blocks(&lines, depth: 0))
  }

  /// The first words as plain text, for lists.
  static func excerpt(_ text: String, limit: Int = 160) -> String {
    var words = ""
    for line in text.split(whereSeparator: \.isNewline) {
      let plain = line.drop { " #>*-".contains($0) }.filter { !"*`".contains($0) }
      if plain.isEmpty { continue }
      words += (words.isEmpty ? "" : " ") + plain
      if words.count > limit { return words.prefix(limit) + "…" }
    }
    return words
  }

  private typealias Lines = ArraySlice<Substring>

  /// Nesting deeper than this is shown as text.
  private static let maximumDepth = 6

  private static func blocks(_ lines: inout Lines, depth: Int) -> [Markup] {
    var blocks: [Markup] = []
    while let line = lines.first {
      let content = line.drop { $0 == " " }
      if content.allSatisfy(\.isWhitespace) {
        lines.removeFirst()
      } else if content.hasPrefix("```") {
        blocks.append(code(&lines))
      } else if let heading = heading(content) {
        blocks.append(heading)
        lines.removeFirst()
      } else if content.count >= 3, content.allSatisfy({ $0 == "-" || $0 == " " }) {
        blocks.append(Markup("hr"))
        lines.removeFirst()
      } else if depth < maximumDepth, content.hasPrefix(">") {
        blocks.append(quote(&lines, depth))
      } else if depth < maximumDepth, let kind = ListMarker(content)?.kind {
        blocks.append(list(kind, &lines, depth))
      } else {
        blocks.append(paragraph(&lines, depth))
      }
    }
    return blocks
  }

  private static func heading(_ line: Substring) -> Markup? {
    let level = line.prefix { $0 == "#" }.count
    guard (1...6).contains(level), line.dropFirst(level).first == " " else { return nil }
    let text = MarkdownInline.markup(line.dropFirst(level + 1))
    return level < 3 ? Markup("h3") { text } : Markup("h4") { text }
  }

  private static func code(_ lines: inout Lines) -> Markup {
    lines.removeFirst()
    let body = lines.prefix { !$0.drop { $0 == " " }.hasPrefix("```") }
    lines = lines.dropFirst(body.count + 1)
    return Markup("pre") { Markup("code") { body.joined(separator: "\n") } }
  }

  private static func quote(_ lines: inout Lines, _ depth: Int) -> Markup {
    let quoted = lines.prefix { $0.drop { $0 == " " }.hasPrefix(">") }
    lines = lines.dropFirst(quoted.count)
    var inner = quoted.map { line in
      let rest = line.drop { $0 == " " }.dropFirst()
      return rest.first == " " ? rest.dropFirst() : rest
    }[...]
    let content = blocks(&inner, depth: depth + 1)
    return Markup("blockquote") { content }
  }

  private static func list(_ kind: ListMarker.Kind, _ lines: inout Lines, _ depth: Int) -> Markup {
    var items: [Markup] = []
    while let line = lines.first {
      let indent = line.prefix { $0 == " " }.count
      guard let marker = ListMarker(line.dropFirst(indent)), marker.kind == kind else { break }
      lines.removeFirst()
      // What is indented deeper than the marker belongs to the item; a list goes on after empty lines.
      let more = lines.prefix { line in
        line.allSatisfy(\.isWhitespace) || line.prefix { $0 == " " }.count > indent
      }
      lines = lines.dropFirst(more.count)
      let margin = indent + marker.width
      let outdented = more.map { $0.dropFirst(min(margin, $0.prefix { $0 == " " }.count)) }
      var inner = ([marker.content] + outdented)[...]
      let content = blocks(&inner, depth: depth + 1)
      items.append(Markup("li") { content })
    }
    return kind == .bullet ? Markup("ul") { items } : Markup("ol") { items }
  }

  private static func paragraph(_ lines: inout Lines, _ depth: Int) -> Markup {
    var text: [Substring] = []
    while let line = lines.first {
      let content = line.drop { $0 == " " }
      let isInterrupted =
        content.isEmpty || content.hasPrefix("```") || heading(content) != nil
        || depth < maximumDepth && (content.hasPrefix(">") || ListMarker(content) != nil)
      if isInterrupted, !text.isEmpty { break }
      text.append(content)
      lines.removeFirst()
    }
    return Markup("p") { MarkdownInline.markup(text.joined(separator: "\n")[...]) }
  }
}
