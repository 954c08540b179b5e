import HTTPClient
import TestSupport
import Testing

@Suite("A proxy that lets requests down", .timeLimit(.minutes(1)))
struct HookedProxyTests {
  /// Sends one request through the proxy; the answer, and how often the server behind it was asked.
  private func send(
    _ action: @escaping @Sendable (ScriptedRequest) -> ProxyAction
  ) async throws -> (answer: Result<HTTPResponse, TransportError>, arrived: Int) {
    let server = ScriptedServer { _ in
      [.json(200, #"{"a": 1}"#, headers: [("ETag", "W/\"0.1\"")])]
    }
    defer { server.stop() }
    let proxy = HookedProxy(server.url) { _, request in action(request) }
    defer { proxy.stop() }
    var request = HTTPRequest(.get, proxy.url + "/x?y=1", headers: ["Authorization": "Bearer t"])
    request.deadline = .now.advanced(by: .seconds(10))
    let answer: Result<HTTPResponse, TransportError>
    do throws(TransportError) {
      answer = .success(try await CurlTransport().send(request))
    } catch {
      answer = .failure(error)
    }
    return (answer, server.requests.count)
  }

  @Test("a request that is passed on arrives with its fields, and its answer with its own")
  func pass() async throws {
    let (answer, arrived) = try await send { _ in .pass }
    let response = try answer.get()
    #expect(response.body == Array(#"{"a": 1}"#.utf8))
    #expect(response.headers["ETag"] == "W/\"0.1\"")
    #expect(arrived == 1)
  }

  static let losses: [(ProxyFault, Int)] = [
    (.hungUp, 0), (.resetBefore, 0), (.resetAfter, 1), (.truncated, 1),
  ]

  @Test("what ends the connection gives no answer", arguments: losses)
  func lost(_ fault: ProxyFault, _ expected: Int) async throws {
    let (answer, arrived) = try await send { request in
      fault.action(for: request, patience: .seconds(1), stranger: "http://127.0.0.1:1")
    }
    guard case .failure = answer else {
      Issue.record("\(answer)")
      return
    }
    #expect(arrived == expected)
  }

  static let substitutes: [(ProxyFault, Int, Int)] = [
    (.busy, 429, 0), (.deadlock, 500, 0), (.failureAfter, 500, 1), (.badGateway, 502, 0),
    (.gatewayTimeout, 504, 1), (.login, 200, 0), (.redirect, 302, 0), (.expiredToken, 401, 0),
    (.deliveredTwice, 200, 2), (.answeredTwice, 200, 1), (.corrupted, 200, 1),
  ]

  @Test("what answers in its place has its status", arguments: substitutes)
  func answers(_ fault: ProxyFault, _ status: Int, _ expected: Int) async throws {
    let (answer, arrived) = try await send { request in
      fault.action(for: request, patience: .seconds(1), stranger: "http://127.0.0.1:1")
    }
    let response = try answer.get()
    #expect(response.status == status)
    #expect(
      (response.body == Array(#"{"a": 1}"#.utf8))
        == [.deliveredTwice, .answeredTwice].contains(fault))
    #expect(arrived == expected)
  }
}
