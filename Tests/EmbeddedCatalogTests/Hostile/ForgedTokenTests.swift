import CCrypto
import FullyQualifiedNames
import JSONDocuments
import Testing

@testable import EmbeddedCatalog

@Suite("Forged tokens", .timeLimit(.minutes(1)))
struct ForgedTokenTests {
  private let listening: ListeningCatalog
  /// The header and claims of the administrator's own token.
  private let header: JSONObject
  private let claims: JSON
  private let parts: [String]

  init() throws {
    listening = try ListeningCatalog()
    parts = listening.catalog.adminToken.split(separator: ".").map(String.init)
    header = try #require(try Self.document(parts[0]).object)
    claims = try Self.document(parts[1])
  }

  private static func document(_ part: String) throws -> JSON {
    try JSON(parsing: try #require(Base64URL.decode(part)))
  }

  private func expectRefusal(
    _ authorization: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let reply = try listening.get("/api/v1/users", authorization: authorization)
    #expect(reply.status == 401, "\(reply.document.text())", sourceLocation: sourceLocation)
    #expect(reply.isError, sourceLocation: sourceLocation)
  }

  private func signed(_ header: JSONObject, _ signature: (String) throws -> [UInt8]) rethrows
    -> String
  {
    let text = [JSON.object(header), claims].map { Base64URL.encode($0.encoded()) }
      .joined(separator: ".")
    return "Bearer " + text + "." + Base64URL.encode(try signature(text))
  }

  @Test("the token that is copied below is good")
  func good() throws { #expect(try listening.isServing()) }

  @Test(
    "no token, another scheme, and what is no token are 401",
    arguments: [
      "", "Bearer", "Bearer ", "Bearer null", "Basic YWRtaW46YWRtaW4=", "Bearer a.b.c",
      "Bearer ....", "Bearer e30.e30.", "bearer \u{1F600}",
    ])
  func none(authorization: String) throws { try expectRefusal(authorization) }

  @Test(
    "an algorithm that signs nothing is refused, however it is written",
    arguments: ["none", "None", "NONE", "nOnE", "", "rs256", "RS512", "PS256", "ES256"])
  func unsigned(algorithm: String) throws {
    var header = header
    header["alg"] = .string(algorithm)
    try expectRefusal(signed(header) { _ in [] })
    try expectRefusal(signed(header) { _ in Base64URL.decode(parts[2]) ?? [] })
  }

  @Test("a token signed by HMAC with the public key as its secret is refused")
  func publicKeyAsSecret() throws {
    let jwks = try listening.get("/api/v1/system/config/jwks", authorization: "").document
    let modulus = try #require(jwks["keys"]?.array?.first?["n"]?.string)
    let secrets = [
      Array(modulus.utf8), Base64URL.decode(modulus) ?? [], jwks.encoded(),
      jwks["keys"]?.array?.first?.encoded() ?? [],
    ]
    var header = header
    header["alg"] = "HS256"
    for secret in secrets {
      try expectRefusal(
        signed(header) { text in
          let message = Array(text.utf8)
          var code = [UInt8](repeating: 0, count: 32)
          var count = 0
          EVP_Q_mac(
            nil, "HMAC", nil, "SHA256", nil, secret, secret.count, message, message.count, &code,
            code.count, &count)
          return code
        })
    }
  }

  @Test(
    "a key identifier that is a path, SQL or nothing, and a key or an address for one that the token brings, are refused",
    arguments: [
      #"{"kid":"../../dev/null"}"#, #"{"kid":"' UNION SELECT 'x'--"}"#, #"{"kid":""}"#,
      #"{"kid":null}"#, #"{"kid":["a"]}"#, #"{"kid":1}"#, #"{"kid":"a\u0000b"}"#,
    ])
  func keyIdentifier(changes: String) throws {
    var header = header
    for member in try JSON(parsing: changes).object?.members ?? [] {
      header[member.key] = member.value
    }
    try expectRefusal(signed(header) { _ in Base64URL.decode(parts[2]) ?? [] })
  }

  @Test("a token of another key is refused, also when it brings that key along or borrows the name")
  func otherKey() throws {
    let other = try SigningKey.generate()
    try expectRefusal("Bearer " + other.token(claims: claims))
    let theirs = try #require(
      other.token(claims: claims).split(separator: ".").last.map(String.init))
    for (name, value) in [
      ("jwk", other.jsonWebKeySet["keys"]?.array?.first ?? .null),
      ("jku", "http://127.0.0.1:9/jwks"), ("kid", header["kid"] ?? .null),
    ] {
      var header = header
      header[name] = value
      try expectRefusal(signed(header) { _ in Base64URL.decode(theirs) ?? [] })
    }
  }

  @Test("a token with one bit of any part flipped, or a byte cut off or added, is refused")
  func damaged() throws {
    for part in 0..<3 {
      var bytes = try #require(Base64URL.decode(parts[part]))
      bytes[bytes.count / 2] ^= 1
      var damaged = parts
      damaged[part] = Base64URL.encode(bytes)
      try expectRefusal("Bearer " + damaged.joined(separator: "."))
    }
    try expectRefusal("Bearer " + listening.catalog.adminToken.dropLast(2))
    try expectRefusal("Bearer " + listening.catalog.adminToken + "AAAA")
    try expectRefusal("Bearer " + listening.catalog.adminToken + ".")
  }

  @Test("an expired token and the token of a user who is gone are refused")
  func gone() throws {
    let token = try listening.catalog.user("leaver")
    let id = try #require(listening.catalog.send("GET", "users/name/leaver")["id"]?.string)
    #expect(try listening.get("/api/v1/users", authorization: "Bearer \(token)").status == 200)
    try listening.catalog.send("DELETE", "users/\(id)?hardDelete=true")
    let reply = try listening.get("/api/v1/users", authorization: "Bearer \(token)")
    #expect(reply.status == 404)
    #expect(reply.isError)
    listening.catalog.pass(seconds: 365 * 86_400)
    try expectRefusal("Bearer \(listening.catalog.adminToken)")
  }
}
