import FullyQualifiedNames
import Testing

@Suite("Writing fully qualified names")
struct QuotingTests {
  @Test(
    "a part with a dot is quoted on every line",
    arguments: [NameQuoting.rejectsQuotes, .doublesQuotes])
  func dots(quoting: NameQuoting) throws {
    #expect(try FullyQualifiedName(["my.svc", "m"]).text(quoting) == #""my.svc".m"#)
    #expect(try FullyQualifiedName(["svc", "m v1.2"]).text(quoting) == #"svc."m v1.2""#)
  }

  @Test(
    "spaces, slashes, percent signs and other scripts are not quoted",
    arguments: ["Revenue Predictions", "a/b", "100%", "a-b(c)", "模型", " x ", "tab\there"])
  func unquoted(name: String) throws {
    #expect(try FullyQualifiedName(["svc", name]).text() == "svc." + name)
    #expect(try FullyQualifiedName(["svc", name]).text(.doublesQuotes) == "svc." + name)
  }

  @Test("servers up to 1.12 refuse a quote inside a name")
  func strayQuote() {
    #expect(throws: FullyQualifiedNameError.strayQuote(part: #"a"b"#)) {
      try FullyQualifiedName(["svc", #"a"b"#]).text(.rejectsQuotes)
    }
    #expect(throws: FullyQualifiedNameError.strayQuote(part: #"""#)) {
      try FullyQualifiedName([#"""#]).text(.rejectsQuotes)
    }
  }

  @Test("servers up to 1.12 keep the quotes of a wholly quoted part only when it has a dot")
  func alreadyQuoted() throws {
    #expect(try FullyQualifiedName([#""a.b""#]).text(.rejectsQuotes) == #""a.b""#)
    #expect(try FullyQualifiedName([#""ab""#]).text(.rejectsQuotes) == "ab")
  }

  @Test("servers from 1.13 double the quotes of a name")
  func doubledQuotes() throws {
    #expect(try FullyQualifiedName(["svc", #"a"b"#]).text(.doublesQuotes) == #"svc."a""b""#)
    #expect(try FullyQualifiedName([#""ab""#]).text(.doublesQuotes) == #""""ab""""#)
  }

  @Test(
    "servers up to 1.12 refuse a line end in a name that is not quoted",
    arguments: ["\n", "\r", "\r\n", "\u{85}", "\u{2028}", "\u{2029}"])
  func lineEnds(end: String) {
    #expect(throws: FullyQualifiedNameError.lineBreak(part: "a\(end)b")) {
      try FullyQualifiedName(["svc", "a\(end)b"]).text(.rejectsQuotes)
    }
  }

  @Test("a name without parts, or with an empty one, has no text")
  func empty() {
    #expect(throws: FullyQualifiedNameError.emptyPart) { try FullyQualifiedName([]).text() }
    #expect(throws: FullyQualifiedNameError.emptyPart) { try FullyQualifiedName(["a", ""]).text() }
    #expect(throws: FullyQualifiedNameError.emptyPart) {
      try FullyQualifiedName([""]).text(.doublesQuotes)
    }
  }

  @Test("an accent written as a mark of its own makes another name")
  func codePoints() {
    let composed = FullyQualifiedName(["caf\u{E9}"])
    #expect(composed != FullyQualifiedName(["cafe\u{301}"]))
    #expect(composed == FullyQualifiedName(["caf\u{E9}"]))
    #expect(Set([composed, FullyQualifiedName(["cafe\u{301}"])]).count == 2)
  }

  @Test("a name has a parent, an innermost part and inner names")
  func navigation() {
    let model = FullyQualifiedName(["svc", "model"])
    #expect(model.appending("price.avg").parts == ["svc", "model", "price.avg"])
    #expect(model.parent == FullyQualifiedName(["svc"]))
    #expect(model.parent?.parent == nil)
    #expect(model.last == "model")
    #expect(FullyQualifiedName([]).last == "")
  }
}
