import Foundation
import HTTPClient
import Testing

@testable import Publishing

@Suite("The end of a token")
struct TokenExpiryTests {
  private func token(_ claims: String) -> Secret {
    let payload = Data(claims.utf8).base64EncodedString()
      .replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    return Secret("e30.\(payload).c2ln")
  }

  @Test("a token tells when it ends")
  func end() throws {
    let past = try #require(TokenExpiry(token(#"{"exp":1000000000,"sub":"ü?>"}"#)))
    #expect(past.isPast)
    #expect(past.text == "2001-09-09T01:46:40Z")
    #expect(try #require(TokenExpiry(token(#"{"exp":32503680000}"#))).isPast == false)
  }

  @Test(
    "a token without an end, or of another kind, tells nothing",
    arguments: ["abc", "a.b.c", "", "..."])
  func none(_ text: String) {
    #expect(TokenExpiry(Secret(text)) == nil)
    #expect(TokenExpiry(token(#"{"exp":null}"#)) == nil)
  }
}
