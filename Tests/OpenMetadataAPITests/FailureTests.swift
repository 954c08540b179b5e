import HTTPClient
import OpenMetadataAPI
import TestSupport
import Testing

@Suite("What an answer other than success means", .timeLimit(.minutes(1)))
struct FailureTests {
  @Test(
    "each status has its error, with the server's own words",
    arguments: [
      (400, OpenMetadataError.refused(status: 400, message: "why")),
      (401, .notAuthenticated("why")),
      (403, .forbidden("why")), (404, .notFound("why")),
      (405, .refused(status: 405, message: "why")), (408, .gaveUp(status: 408, message: "why")),
      (409, .conflict("why")), (412, .preconditionFailed("why")),
      (413, .refused(status: 413, message: "why")), (429, .gaveUp(status: 429, message: "why")),
      (500, .serverError(status: 500, message: "why")),
      (501, .serverError(status: 501, message: "why")),
      (502, .gaveUp(status: 502, message: "why")), (503, .gaveUp(status: 503, message: "why")),
      (504, .gaveUp(status: 504, message: "why")),
    ])
  func statuses(status: Int, expected: OpenMetadataError) async throws {
    let body = "{\"code\":\(status),\"message\":\"why\"}"
    #expect(try await failure([.json(status, body)]) == expected)
  }

  @Test("an internal error about a deadlock counts as given up")
  func deadlock() async throws {
    let error = try await failure([.json(500, "{\"message\":\"Deadlock found\"}")])
    #expect(error == .gaveUp(status: 500, message: "Deadlock found"))
  }

  @Test("only failures that leave it open say that a write may have taken effect")
  func effects() async throws {
    for (status, expected) in [(400, false), (401, false), (403, false), (404, false)] {
      #expect(try await failure([.json(status, "{}")]).mayHaveTakenEffect == expected)
    }
    for status in [500, 502, 503, 504] {
      #expect(try await failure([.json(status, "{}")]).mayHaveTakenEffect)
    }
    let refused = OpenMetadataError.unreachable(TransportError(.refused, "no connection"))
    #expect(!refused.mayHaveTakenEffect)
  }

  @Test("a web page in place of the API is named; with status 200 somebody wants a login")
  func pages() async throws {
    let page = Array("<!DOCTYPE html><html><head><TITLE>Sign in – Ümläut</TITLE>".utf8)
    let types: [[(String, String)]] = [[("Content-Type", "text/html; charset=utf-8")], []]
    for headers in types {
      let error = try await failure([.answer(200, headers: headers, body: page)])
      guard case .notTheAPI(let answerer) = error else {
        Issue.record("expected a page, got \(error)")
        return
      }
      #expect(answerer.wantsLogin)
      #expect(
        error.description
          == "a web page titled 'Sign in – Ümläut' answered (status 200), not the OpenMetadata API")
    }
    let missing = try await failure([.answer(404, headers: types[0], body: page)])
    guard case .notTheAPI(let answerer) = missing else {
      Issue.record("expected a page, got \(missing)")
      return
    }
    #expect(!answerer.wantsLogin)
    let gateway = try await failure([.answer(502, headers: types[0], body: page)])
    guard case .gaveUp = gateway else {
      Issue.record("expected a failing gateway, got \(gateway)")
      return
    }
  }

  @Test("neither page nor JSON is named by its type")
  func otherContent() async throws {
    let error = try await failure([
      .answer(200, headers: [("Content-Type", "text/plain")], body: Array("hello".utf8))
    ])
    #expect(error == .notTheAPI(.content(status: 200, type: "text/plain")))
    let broken = try await failure([.json(200, "{\"a\":1,}")])
    #expect(broken == .invalidAnswer("invalid JSON at 1:8: expected a key"))
    let empty = try await failure([.answer(200)])
    #expect(empty == .invalidAnswer("'users' lacks a necessary field"))
  }

  @Test(
    "a redirect is named without what it may carry; only another host wants a login",
    arguments: [
      ("https://login.example/auth?token=s3cret", "https://login.example", true),
      ("http://user:s3cret@login.example/", "an address that cannot be read", true),
      ("//login.example/x", "http://login.example", true), ("/login?s3cret", "/login", false),
      ("https://127.0.0.1:8443/api", "https://127.0.0.1:8443", false),
      ("", "an address that cannot be read", true),
      ("javascript:s3cret", "an address that cannot be read", true),
      ("http://127.0.0.1@evil.example/s3cret", "an address that cannot be read", true),
    ])
  func redirects(location: String, target: String, isOtherHost: Bool) async throws {
    let error = try await failure([.answer(302, headers: [("Location", location)])])
    let expected = WrongAnswerer.redirect(status: 302, to: target, isOtherHost: isOtherHost)
    #expect(error == .notTheAPI(expected))
    #expect(expected.wantsLogin == isOtherHost)
    #expect(!error.description.contains("s3cret"))
  }

  @Test("texts of the server are shortened, on one line, harmless to terminals, without secrets")
  func foreignTexts() async throws {
    let secret = Secret("s3cret-token")
    let text = "bad\\n\\u001b[31mred s3cret-token \\u202e" + String(repeating: "x", count: 5000)
    let error = try await failure(
      [.json(400, "{\"message\":\"\(text)\"}")], redactor: Redactor([secret]))
    guard case .refused(_, let message) = error else {
      Issue.record("expected a refusal, got \(error)")
      return
    }
    #expect(message.hasPrefix("bad [31mred <redacted> xxx"))
    #expect(message.count == 501)
  }

  @Test(
    "an error without a message shows what there is",
    arguments: [
      ("", "no explanation"), ("{\"error\":1}", "{\"error\":1}"), ("plain words", "plain words"),
      ("{\"message\":7}", "{\"message\":7}"),
    ])
  func withoutMessage(body: String, message: String) async throws {
    let error = try await failure([.answer(400, body: Array(body.utf8))])
    #expect(error == .refused(status: 400, message: message))
  }

  @Test("a server that is not there is unreachable")
  func unreachable() async throws {
    let error = try await failure([.reset])
    guard case .unreachable(let reason) = error else {
      Issue.record("expected no answer, got \(error)")
      return
    }
    #expect(reason.kind == .connectionLost)
  }
}
