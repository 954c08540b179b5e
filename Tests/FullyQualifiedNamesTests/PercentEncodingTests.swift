import FullyQualifiedNames
import Testing

@Suite("Percent-encoding")
struct PercentEncodingTests {
  @Test(
    "a segment keeps only what RFC 3986 calls unreserved",
    arguments: [
      ("CustomMLService.Revenue Predictions", "CustomMLService.Revenue%20Predictions"),
      (#""my.svc".m"#, "%22my.svc%22.m"),
      ("svc.a/b", "svc.a%2Fb"),
      ("a+b%20;?#&=@:!$'()*,", "a%2Bb%2520%3B%3F%23%26%3D%40%3A%21%24%27%28%29%2A%2C"),
      ("é模", "%C3%A9%E6%A8%A1"),
      ("e\u{301}", "e%CC%81"),
      ("AZaz09-._~", "AZaz09-._~"),
      ("\u{0}\u{7F}", "%00%7F"),
      ("", ""),
    ])
  func segments(text: String, encoded: String) {
    #expect(PercentEncoding.segment(text) == encoded)
  }

  @Test(
    "what was encoded is decoded, and nothing else is taken for it",
    arguments: [
      ("a%2Fb", "a/b"), ("%C3%A9", "é"), ("a+b", "a+b"), ("", ""), ("%41%6a%6A", "Ajj"),
      ("%+5", nil), ("%5", nil), ("%", nil), ("%g0", nil), ("%FF", nil), ("%-1x", nil),
    ])
  func decoded(encoded: String, text: String?) {
    #expect(PercentEncoding.decoded(encoded.utf8) == text)
  }

  @Test("a query encodes names and values, a space as %20")
  func query() {
    let query = PercentEncoding.query([("fields", "owners,tags"), ("q", "a b&c=d")])
    #expect(query == "fields=owners%2Ctags&q=a%20b%26c%3Dd")
    #expect(PercentEncoding.query([]) == "")
  }
}
