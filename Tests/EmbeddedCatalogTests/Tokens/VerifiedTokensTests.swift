import JSONDocuments
import Testing

@testable import EmbeddedCatalog

@Suite("Remembered tokens")
struct VerifiedTokensTests {
  private let key: SigningKey
  private let claims: JSON = ["iss": "open-metadata.org", "sub": "ci", "exp": 2_000]

  init() throws { key = try SigningKey.generate() }

  @Test("a token that was good before is refused from the second on in which it expires")
  func expiry() throws {
    let tokens = VerifiedTokens(key: key)
    let token = try key.token(claims: claims)
    #expect(try tokens.verify(token, now: 1_999) == claims)
    #expect(tokens.count == 1)
    #expect(try tokens.verify(token, now: 1_999) == claims)
    #expect(throws: TokenError.expired) { try tokens.verify(token, now: 2_000) }
  }

  @Test("a token that differs in its signature from a good one is refused")
  func otherSignature() throws {
    let tokens = VerifiedTokens(key: key)
    let token = try key.token(claims: claims)
    _ = try tokens.verify(token, now: 0)
    let other = try SigningKey.generate().token(claims: claims)
    let parts = token.split(separator: ".").dropLast() + other.split(separator: ".").suffix(1)
    let mixed = parts.joined(separator: ".")
    #expect(throws: TokenError.wrongSignature) { try tokens.verify(mixed, now: 0) }
  }

  @Test("what was refused is not remembered")
  func refused() throws {
    let tokens = VerifiedTokens(key: key)
    let token = try SigningKey.generate().token(claims: claims)
    #expect(throws: TokenError.wrongSignature) { try tokens.verify(token, now: 0) }
    #expect(tokens.count == 0)
  }

  @Test("no more tokens are remembered than the limit allows")
  func limit() throws {
    let tokens = VerifiedTokens(key: key, limit: 3)
    for name in ["a", "b", "c", "d", "e"] {
      let claims: JSON = ["iss": "open-metadata.org", "sub": .string(name)]
      let token = try key.token(claims: claims)
      #expect(try tokens.verify(token, now: 0) == claims)
      #expect(try tokens.verify(token, now: 0) == claims)
      #expect(tokens.count <= 3)
    }
  }
}
