import HTTPClient
import MLflowAPI
import TestSupport
import Testing

@Suite("What an answer of MLflow other than success means", .timeLimit(.minutes(1)))
struct FailureTests {
  @Test(
    "a failure that MLflow explains has its words",
    arguments: [
      (400, "BAD_REQUEST", MLflowError.refused(status: 400, code: "BAD_REQUEST", message: "why")),
      (401, "UNAUTHENTICATED", .notAuthenticated("why")),
      (403, "PERMISSION_DENIED", .forbidden("why")),
      (404, "RESOURCE_DOES_NOT_EXIST", .notFound("why")),
      (409, "ALREADY_EXISTS", .refused(status: 409, code: "ALREADY_EXISTS", message: "why")),
      (429, "REQUEST_LIMIT_EXCEEDED", .gaveUp(status: 429, message: "why")),
      (500, "INTERNAL_ERROR", .serverError(status: 500, message: "why")),
      (502, "X", .gaveUp(status: 502, message: "why")),
      (503, "TEMPORARILY_UNAVAILABLE", .gaveUp(status: 503, message: "why")),
      (504, "DEADLINE_EXCEEDED", .gaveUp(status: 504, message: "why")),
    ])
  func explained(status: Int, code: String, expected: MLflowError) async throws {
    let body = #"{"error_code":"\#(code)","message":"why","sqlstate":"KAM00"}"#
    #expect(try await failure(.json(status, body)) == expected)
  }

  @Test(
    "MLflow's own sign-in is told from a login page by its challenge",
    arguments: [("Basic realm=\"mlflow\"", true), ("basic", true), ("Bearer", false)])
  func challenge(_ challenge: String, _ isOwn: Bool) async throws {
    let headers = [("Content-Type", "text/html; charset=utf-8"), ("WWW-Authenticate", challenge)]
    let error = try await failure(
      .answer(401, headers: headers, body: Array("You are not authenticated.".utf8)))
    #expect((error == .asksForPassword) == isOwn, "\(error)")
  }

  @Test("a value that MLflow refuses where a model is looked up names no model")
  func refusedName() async throws {
    let body = #"{"error_code":"INVALID_PARAMETER_VALUE","message":"bad name"}"#
    #expect(try await failure(.json(400, body)) == .notFound("bad name"))
  }

  @Test(
    "a page is no answer of MLflow but for what its status says plainly",
    arguments: [
      (200, "a web page titled 'Sign in' answered (status 200), not the MLflow API"),
      (401, "not authenticated: a web page titled 'Sign in' answered (status 401), not the MLflow"),
      (403, "not allowed: a web page titled 'Sign in' answered (status 403), not the MLflow API"),
      (404, "a web page titled 'Sign in' answered (status 404), not the MLflow API"),
      (405, "a web page titled 'Sign in' answered (status 405), not the MLflow API"),
      (500, "a web page titled 'Sign in' answered (status 500), not the MLflow API"),
      (502, "the server still answers status 502 after several attempts: a web page titled"),
    ])
  func pages(status: Int, description: String) async throws {
    let page = Array("<!doctype html><html><title>Sign in</title>".utf8)
    let error = try await failure(
      .answer(status, headers: [("Content-Type", "text/html; charset=utf-8")], body: page))
    #expect(error.description.hasPrefix(description), "\(error)")
  }

  @Test(
    "another program's 404 does not say that there is no such model",
    arguments: [#"{"detail":"Not Found"}"#, "", #"{"error_code":"ENDPOINT_NOT_FOUND"}"#])
  func foreignNotFound(body: String) async throws {
    let error = try await failure(.json(404, body))
    #expect(error == .notTheAPI(.content(status: 404, type: "application/json")))
  }

  @Test("the credential is hidden in texts of the server, whatever its form")
  func redaction() async throws {
    let body = #"{"error_code":"BAD_REQUEST","message":"no t0ken-of-ours here"}"#
    #expect(
      try await failure(.json(400, body))
        == .refused(status: 400, code: "BAD_REQUEST", message: "no <redacted> here"))
    let server = ScriptedServer(answers: [[.json(401, #"{"message":"YW5uOnMzY3JldC1vbmU="}"#)]])
    defer { server.stop() }
    let client = try client(
      of: server, credential: .basic(user: "ann", password: Secret("s3cret-one")))
    let error = await #expect(throws: MLflowError.self) {
      try await client.registeredModel(named: "m")
    }
    #expect(error?.description.contains("YW5uOnMzY3JldC1vbmU") == false, "\(error as Any)")
    #expect(server.requests.first?.headers["Authorization"] == "Basic YW5uOnMzY3JldC1vbmU=")
  }

  @Test(
    "what is missing or of another kind in an answer is named by its place",
    arguments: [
      ("{}", "'registered_model' is missing"), ("[]", "it is no JSON object"),
      (#"{"registered_model":{}}"#, "'registered_model.name' is missing"),
      (#"{"registered_model":{"name":7}}"#, "'registered_model.name' is not a string"),
      (
        #"{"registered_model":{"name":"m","tags":{"a":"b"}}}"#,
        "'registered_model.tags' is not a list"
      ),
      (
        #"{"registered_model":{"name":"m","latest_versions":[{"name":"m","version":1}]}}"#,
        "'registered_model.latest_versions[0].version' is not a string"
      ),
      (
        #"{"registered_model":{"name":"m","creation_timestamp":1.5}}"#,
        "'registered_model.creation_timestamp' is not a whole number"
      ),
      (#"{"registered_model":"#, "invalid JSON at 1:21: unexpected end"),
    ])
  func malformed(body: String, problem: String) async throws {
    #expect(try await failure(.json(200, body)) == .invalidAnswer(problem))
  }

  @Test("a redirect is named and not followed")
  func redirect() async throws {
    let error = try await failure(
      .answer(302, headers: [("Location", "https://login.example/?s3cret")]))
    #expect(
      error
        == .notTheAPI(.redirect(status: 302, to: "https://login.example", isOtherHost: true)))
  }
}
