import FullyQualifiedNames
import TestSupport
import Testing

@Suite("Splitting fully qualified names")
struct SplittingTests {
  @Test(
    "parts come without their quotes",
    arguments: [
      ("svc", ["svc"]),
      (
        "demo_pg.postgres.public.orders.order id",
        ["demo_pg", "postgres", "public", "orders", "order id"]
      ),
      (#""my.svc".m"#, ["my.svc", "m"]),
      (#"svc."a""b""#, ["svc", #"a"b"#]),
      (#"svc."a"".""b".c"#, ["svc", #"a".""# + "b", "c"]),
      (#"a."b"."c d""#, ["a", "b", "c d"]),
      (" a . b ", [" a ", " b "]),
    ])
  func parts(text: String, parts: [String]) throws {
    #expect(try FullyQualifiedName(parsing: text).parts == parts)
  }

  @Test(
    "text that no server prints is refused",
    arguments: [
      ("", FullyQualifiedNameError.emptyPart),
      (".", .emptyPart),
      ("a.", .emptyPart),
      (".a", .emptyPart),
      ("a..b", .emptyPart),
      (#"a."""#, .emptyPart),
      (#"a"b.c"#, .strayQuote(part: #"a"b"#)),
      (#"a.b""#, .strayQuote(part: #"b""#)),
      (#"a."b.c"#, .unterminatedQuote(text: #"a."b.c"#)),
      (#"a.""""#, .unterminatedQuote(text: #"a.""""#)),
      (#""a"b"#, .textAfterQuote(text: #""a"b"#)),
    ])
  func refusals(text: String, error: FullyQualifiedNameError) {
    #expect(throws: error) { try FullyQualifiedName(parsing: text) }
  }

  @Test("a combining mark after a dot or a quote does not hide it")
  func combiningMarks() throws {
    #expect(try FullyQualifiedName(parsing: "a.\u{301}b").parts == ["a", "\u{301}b"])
    #expect(try FullyQualifiedName(parsing: "\"\u{301}.\".b").parts == ["\u{301}.", "b"])
  }

  @Test("what is written is read back, whatever the names are")
  func roundTrip() throws {
    var random = SeededRandom(seed: 20_241)
    for _ in 0..<2000 {
      let name = FullyQualifiedName.generated(from: "ab.\" /%é\u{301}模", using: &random)
      #expect(try FullyQualifiedName(parsing: name.text(.doublesQuotes)) == name)
      let plain = FullyQualifiedName.generated(from: "ab. /%é\u{301}模", using: &random)
      #expect(try FullyQualifiedName(parsing: plain.text(.rejectsQuotes)) == plain)
    }
  }
}

extension FullyQualifiedName {
  /// One to five parts of one to eight scalars each.
  static func generated(from alphabet: String, using random: inout SeededRandom)
    -> FullyQualifiedName
  {
    let scalars = Array(alphabet.unicodeScalars)
    return FullyQualifiedName(
      (0..<Int.random(in: 1...5, using: &random)).map { _ in
        var part = String.UnicodeScalarView()
        for _ in 0..<Int.random(in: 1...8, using: &random) {
          part.append(scalars[Int.random(in: 0..<scalars.count, using: &random)])
        }
        return String(part)
      })
  }
}
