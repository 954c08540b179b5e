import FullyQualifiedNames
import Testing

@Suite("Characters that connectors replace")
struct ReservedCharactersTests {
  @Test(
    "each has its word; a name without any is left alone",
    arguments: [
      (["pg", "a::b"], ["pg", "a__reserved__colon__b"]),
      (
        ["pg", "a>b", "\"q\""],
        ["pg", "a__reserved__arrow__b", "__reserved__quote__q__reserved__quote__"]
      ),
      (["a\tb\r\nc"], ["a__reserved__tab__b__reserved__carriage_return____reserved__newline__c"]),
      (["pg", "a:b c.d"], nil),
    ] as [([String], [String]?)])
  func replaced(_ parts: [String], _ expected: [String]?) {
    #expect(FullyQualifiedName(parts).withReservedCharacters?.parts == expected)
  }
}
