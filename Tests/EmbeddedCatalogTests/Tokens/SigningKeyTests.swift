import FullyQualifiedNames
import JSONDocuments
import Testing

@testable import EmbeddedCatalog

@Suite("Tokens")
struct SigningKeyTests {
  private static let key = Result { try SigningKey.generate() }
  private let claims: JSON = [
    "iss": "open-metadata.org", "sub": "ci", "isBot": true, "exp": 2_000,
  ]

  private func key() throws -> SigningKey { try Self.key.get() }

  @Test("a token that the key signed gives its claims back")
  func roundTrip() throws {
    let token = try key().token(claims: claims)
    #expect(try key().verify(token, now: 1_999) == claims)
  }

  @Test("a token is refused from the second on in which it expires")
  func expiry() throws {
    let token = try key().token(claims: claims)
    #expect(throws: TokenError.expired) { try key().verify(token, now: 2_000) }
  }

  @Test("a token without an expiry never expires")
  func unlimited() throws {
    let claims: JSON = ["iss": "open-metadata.org", "sub": "ci", "exp": .null]
    let token = try key().token(claims: claims)
    #expect(try key().verify(token, now: .max) == claims)
  }

  @Test("a token of another key is refused")
  func otherKey() throws {
    let token = try SigningKey.generate().token(claims: claims)
    #expect(throws: TokenError.wrongSignature) { try key().verify(token, now: 0) }
  }

  @Test("a token whose claims were changed is refused")
  func tampered() throws {
    var parts = try key().token(claims: claims).split(separator: ".").map(String.init)
    let other: JSON = ["iss": "open-metadata.org", "sub": "admin"]
    parts[1] = Base64URL.encode(other.encoded())
    let token = parts.joined(separator: ".")
    #expect(throws: TokenError.wrongSignature) { try key().verify(token, now: 0) }
  }

  @Test(
    "another algorithm in the header is refused, whatever the signature",
    arguments: ["none", "HS256"])
  func otherAlgorithm(algorithm: String) throws {
    let header: JSON = ["alg": .string(algorithm), "kid": .string(try key().keyIdentifier)]
    let parts = [header, claims].map { Base64URL.encode($0.encoded()) }
    #expect(throws: TokenError.malformed) {
      try key().verify(parts.joined(separator: ".") + ".", now: 0)
    }
  }

  @Test("a token of another issuer is refused")
  func otherIssuer() throws {
    let token = try key().token(claims: ["iss": "elsewhere", "sub": "ci"])
    #expect(throws: TokenError.wrongIssuer) { try key().verify(token, now: 0) }
  }

  @Test("a text that is no token is refused", arguments: ["", "a.b", "a.b.c.d", "....", "é.é.é"])
  func noToken(text: String) throws {
    #expect(throws: TokenError.malformed) { try key().verify(text, now: 0) }
  }

  @Test("a key read from its PEM verifies what the key signed")
  func pem() throws {
    let copy = try SigningKey(pem: try key().pem)
    #expect(try copy.verify(try key().token(claims: claims), now: 0) == claims)
    #expect(copy.jsonWebKeySet == (try key().jsonWebKeySet))
  }

  @Test("a PEM that holds no key is an error")
  func badPEM() {
    #expect(throws: CryptographyError.self) { try SigningKey(pem: "no key") }
  }

  @Test("a password matches its hash only, and two hashes of it differ")
  func passwords() throws {
    let hash = try PasswordHash(of: "päss wörd")
    #expect(hash.matches("päss wörd"))
    #expect(!hash.matches("pass word"))
    #expect(!PasswordHash(stored: "garbage").matches("garbage"))
    #expect(try PasswordHash(of: "päss wörd") != hash)
  }
}
