import Testing

@testable import EmbeddedCatalog

@Suite struct MarkupTests {
  @Test("Text and values of attributes are escaped")
  func escaping() {
    let markup = Markup("p", .title("a\"b'c<d>&")) { "<script>\"'&</script>" }
    #expect(
      markup.source
        == "<p title=\"a&quot;b&#39;c&lt;d&gt;&amp;\">&lt;script&gt;&quot;&#39;&amp;&lt;/script&gt;</p>"
    )
  }

  @Test(
    "Characters that no document may hold, and those that turn names round, are replaced",
    arguments: [
      "\u{0}", "\u{8}", "\u{1B}", "\u{7F}", "\u{85}", "\u{FFFE}", "\u{1FFFF}", "\u{202E}",
    ])
  func forbidden(character: String) {
    #expect(Markup(text: "a\(character)b").source == "a\u{FFFD}b")
  }

  @Test("Ends of lines, letters with marks and pictures stay as they are")
  func kept() {
    let text = "a\n\tb Z̴ مقياس 注文 👩‍👩‍👧"
    #expect(Markup(text: text).source == text)
    #expect(Markup(text: "a\r\nb\rc").source == "a\n\nb\nc")
  }

  @Test(
    "Only addresses of the web become links",
    arguments: [
      "javascript:alert(1)", "JavaScript:alert(1)", "data:text/html,x", "//evil.example", "/x",
      "http:evil", "https://a b", "https://a\u{9}b", "https://a\\b", "vbscript:x", "",
    ])
  func noLink(text: String) {
    #expect(PageLink.web(text) == nil)
    #expect(!Markup.address(text).source.contains("href"))
  }

  @Test("Names become one segment of a path each, whatever they hold")
  func segments() throws {
    let link = PageLink(["mlmodel", "a/b?c#d%\"<.."])
    let target = try #require(RequestTarget(link.target))
    #expect(target.path == ["mlmodel", "a/b?c#d%\"<.."])
    #expect(link.target.allSatisfy { $0.isASCII && !"\"<># ?".contains($0) })
  }

  @Test("An attribute takes numbers with one digit after the point")
  func numbers() {
    let markup = Markup("rect", MarkupAttribute("x", 3), MarkupAttribute("y", -2.25))
    #expect(markup.source == "<rect x=\"3\" y=\"-2.3\"></rect>")
  }

  @Test("Text in a picture is cut where its room ends, with the whole of it in a title")
  func cutText() {
    let long = String(repeating: "name<&", count: 50)
    let markup = SVGText(long, at: (0, 0), room: 100).markup
    #expect(markup.source.contains("…<title>\(Markup(text: long).source)</title>"))
    #expect(!SVGText("short", at: (0, 0), room: 100).markup.source.contains("title"))
    // A hundred marks on one letter.
    let tower = "Z" + String(repeating: "\u{0301}", count: 100)
    #expect(SVGText(tower, at: (0, 0), room: 100).markup.source.unicodeScalars.count < 300)
  }
}
