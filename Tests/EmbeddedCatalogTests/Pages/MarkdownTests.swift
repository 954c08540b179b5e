import Testing

@testable import EmbeddedCatalog

@Suite struct MarkdownTests {
  @Test(
    "Descriptions are read as Markdown",
    arguments: [
      ("one\ntwo\n\nthree", "<p>one<br>two</p><p>three</p>"),
      ("# Head\ntext", "<h3>Head</h3><p>text</p>"),
      ("### Lower", "<h4>Lower</h4>"),
      (
        "* a\n* b\n  c\n\n1. x\n2. y",
        "<ul><li><p>a</p></li><li><p>b<br>c</p></li></ul><ol><li><p>x</p></li><li><p>y</p></li></ol>"
      ),
      (
        "1. x\n\n2. y\n\n   z\n\nend",
        "<ol><li><p>x</p></li><li><p>y</p><p>z</p></li></ol><p>end</p>"
      ),
      ("- a\n  - b", "<ul><li><p>a</p><ul><li><p>b</p></li></ul></li></ul>"),
      ("> q\n> *r*", "<blockquote><p>q<br><em>r</em></p></blockquote>"),
      (
        "```sql\nSELECT '<a>'\n```\nend",
        "<pre><code>SELECT &#39;&lt;a&gt;&#39;</code></pre><p>end</p>"
      ),
      ("```\nopen", "<pre><code>open</code></pre>"),
      ("---", "<hr>"),
      (
        "**a *b* c** and _d_ and last_update_bucket",
        "<p><strong>a <em>b</em> c</strong> and <em>d</em> and last_update_bucket</p>"
      ),
      ("`a*b*<c>`", "<p><code>a*b*&lt;c&gt;</code></p>"),
      ("\\*no\\* 2 * 3 * 4", "<p>*no* 2 * 3 * 4</p>"),
      (
        "[t](https://a.example/x?a=1&b=2)",
        "<p><a href=\"https://a.example/x?a=1&amp;b=2\" rel=\"noopener noreferrer nofollow\">t</a></p>"
      ),
      ("", ""), ("#no head", "<p>#no head</p>"), ("**", "<p>**</p>"), ("[a](", "<p>[a](</p>"),
    ])
  func blocks(text: String, html: String) {
    #expect(Markdown.markup(text).source == html)
  }

  @Test("HTML, images and addresses of scripts are shown as text or as links")
  func hostile() {
    let html = Markdown.markup(
      """
      <script>x</script> <b onclick=x>b</b> [a](javascript:alert(1)) ![i](http://e.example/i.png)
      [x](https://e.example/"onmouseover="a)
      """
    ).source
    #expect(!html.contains("<script"))
    #expect(!html.contains("<b "))
    #expect(!html.contains("<img"))
    #expect(!html.contains("href=\"javascript"))
    #expect(html.contains("<a href=\"http://e.example/i.png\" rel="))
    #expect(html.contains("href=\"https://e.example/&quot;onmouseover=&quot;a\""))
  }

  @Test(
    "Reading takes time in proportion to the text, however it is nested",
    arguments: [
      "*", "_", "[", "`", "![", "[a](", "> ", "- ", "**a", "* a\n", "[](http://", "\n", "*a ",
      "1. ",
    ])
  func longText(piece: String) {
    // A reader that searches the rest of the text at each character would need hours.
    let html = Markdown.markup(String(repeating: piece, count: 100_000)).source
    #expect(html.utf8.count < 10_000_000)
  }

  @Test("An excerpt is plain words")
  func excerpt() {
    #expect(Markdown.excerpt("# Head\n\n**bold** `code`\n* item") == "Head bold code item")
    #expect(Markdown.excerpt(String(repeating: "word ", count: 100), limit: 10) == "word word …")
  }
}
