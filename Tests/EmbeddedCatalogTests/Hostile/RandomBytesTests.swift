import TestSupport
import Testing

@testable import EmbeddedCatalog

@Suite("Random bytes on a socket", .timeLimit(.minutes(5)))
struct RandomBytesTests {
  private static let pieces: [String] = [
    "GET", "PUT", "PATCH", "DELETE", "OPTIONS", "CONNECT", "get", " ", "  ", "\t", "/", "*",
    "/api/v1/users", "/api/v1/mlmodels/name/a%2Fb", "?fields=%00", "http://a/", "%", "%zz", "\u{0}",
    " HTTP/1.1", " HTTP/1.0", " HTTP/9.9", "HTTP/", "\r\n", "\n", "\r", "\r\n\r\n", "Host: a",
    "Host", ":", ": ", "Content-Length: 3", "Content-Length: -1", "Content-Length: 99999999999",
    "Transfer-Encoding: chunked", "Expect: 100-continue", "Connection: close",
    "Connection: upgrade",
    "Upgrade: h2c", "Authorization: Bearer a.b.c", "Cookie: a=b; c", "3\r\nabc\r\n0\r\n\r\n",
    "ffffffffffffffff\r\n", "{\"name\":", "{}", "[[[[", "\u{FEFF}", "\u{7F}",
    "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", "\u{16}\u{3}\u{1}\u{2}\u{0}\u{1}",
  ]

  @Test("whatever arrives, the server answers with no fault of its own and goes on serving")
  func bytes() throws {
    let listening = try ListeningCatalog()
    var random = SeededRandom(seed: 7)
    let end = ContinuousClock.now + AttackTime.budget
    var rounds = 0
    while ContinuousClock.now < end {
      rounds += 1
      let attacks = (0..<200).map { _ in Self.bytes(&random) }
      let clients = try attacks.map { _ in try RawClient(port: listening.server.port) }
      for (bytes, client) in zip(attacks, clients) {
        client.trySend(bytes)
        client.finishSending()
      }
      for (bytes, client) in zip(attacks, clients) {
        let answer = client.readBytesToEnd()
        #expect(!answer.starts(with: Array("HTTP/1.1 5".utf8)) || Self.isLawful(answer), "\(bytes)")
      }
      #expect(try listening.isServing())
    }
    #expect(rounds > 0)
  }

  /// 501 and 505 are about the request; every other 5xx would be about the server.
  private static func isLawful(_ answer: [UInt8]) -> Bool {
    ["HTTP/1.1 501 ", "HTTP/1.1 505 "].contains { answer.starts(with: Array($0.utf8)) }
  }

  /// Pieces of requests in any order, with some of their bytes damaged.
  private static func bytes(_ random: inout SeededRandom) -> [UInt8] {
    var bytes: [UInt8] = []
    if Bool.random(using: &random) {
      bytes += Array("PUT /api/v1/mlmodels HTTP/1.1\r\nHost: a\r\n".utf8)
    }
    for _ in 0..<Int.random(in: 1...12, using: &random) {
      bytes += Array((pieces.randomElement(using: &random) ?? "").utf8)
    }
    for _ in 0..<Int.random(in: 0...3, using: &random) {
      let index = Int.random(in: bytes.indices, using: &random)
      bytes[index] = UInt8.random(in: 0...255, using: &random)
    }
    if Int.random(in: 0..<10, using: &random) == 0 {
      bytes = (0..<Int.random(in: 1...2_000, using: &random)).map { _ in
        UInt8.random(in: 0...255, using: &random)
      }
    }
    return bytes
  }
}
