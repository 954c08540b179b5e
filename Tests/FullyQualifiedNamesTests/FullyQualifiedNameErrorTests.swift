import FullyQualifiedNames
import Testing

@Suite("Refused names")
struct FullyQualifiedNameErrorTests {
  @Test(
    "a refusal names the part at fault",
    arguments: [
      (FullyQualifiedNameError.emptyPart, "a part of the name is empty"),
      (.strayQuote(part: #"a"b"#), #"the name 'a"b' has a quote in it"#),
      (.lineBreak(part: "a"), "the name 'a' has a line end in it"),
      (.unterminatedQuote(text: #""a"#), #"a quote in '"a' is not closed"#),
      (.textAfterQuote(text: #""a"b"#), #"a dot is missing after a closing quote in '"a"b'"#),
    ])
  func wording(error: FullyQualifiedNameError, text: String) {
    #expect(error.description == text)
  }
}
