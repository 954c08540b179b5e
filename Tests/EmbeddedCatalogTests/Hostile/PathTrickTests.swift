import Testing

@Suite("Path tricks", .timeLimit(.minutes(1)))
struct PathTrickTests {
  private let listening: ListeningCatalog

  init() throws { listening = try ListeningCatalog() }

  @Test(
    "a path that hides another one leads nowhere, with a token or without",
    arguments: [
      "/api/v1/../v1/users", "/api/v1/users/../users", "/api/v1/system/../users",
      "/api/v1/system/%2e%2e/users", "/api/v1/system/version/%2e%2e/%2e%2e/users",
      "/api/v1/system/version/..%2f..%2fusers", "/api/v1/system/version%2f..%2f..%2fusers",
      "/api/v1/system/version/..%252f..%252fusers", "/api/v1/%75sers%2f",
      "/api/v1/users%00", "/api/v1/users%00.json", "/api/v1/users%0d%0a", "/api/v1/users;a=b",
      "/api/v1/system/%c0%ae%c0%ae/users", "/api/v1/system/%e0%80%ae%e0%80%ae/users",
      "/api/v1\\users", "/api/v1/users%", "/api/v1/users%g0",
      "/api/v1/%2e%2e/%2e%2e/%2e%2e/etc/passwd",
    ])
  func tricks(target: String) throws {
    for authorization in ["", "Bearer \(listening.catalog.adminToken)"] {
      let reply = try listening.get(target, authorization: authorization)
      #expect(reply.status == 400 || reply.status == 404, "\(reply.status) \(target)")
      #expect(reply.isError, "\(target)")
    }
  }

  @Test(
    "what only looks like the API belongs to the pages, which ask to sign in and hold no file",
    arguments: [
      "/api%2Fv1%2Fusers", "/API/v1/users", "/../../../../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd",
      "//", "/?",
    ])
  func pages(target: String) throws {
    let reply = try listening.get(target)
    #expect(reply.status == 303)
    #expect(reply.headers["location"]?.hasPrefix("/signin") == true)
    #expect(reply.body.isEmpty)
  }

  @Test(
    "a name that is a path is only a name",
    arguments: [
      "..%2F..%2Fusers", "..", "%2e%2e%2f", "a%2Fb", "a%252Fb", "%E2%80%AE", "%27%20OR%201%3D1--",
      "%25s%25n", "%0a",
    ])
  func names(name: String) throws {
    let reply = try listening.get("/api/v1/mlmodels/name/\(name)")
    #expect(reply.status == 404 || reply.status == 400)
    #expect(reply.isError)
  }

  @Test(
    "a target may be a whole URL, as a proxy is asked for it, and needs the same token",
    arguments: [
      ("http://catalog.test/api/v1/users", 200),
      ("HTTP://127.0.0.1:8585/api/v1/users?limit=1", 200),
      ("https://a.example/api/v1/%75sers", 200), ("http:///api/v1/users", 400),
      ("http://catalog.test", 303), ("http://catalog.test?q=a", 303),
      ("ftp://catalog.test/api/v1/users", 400), ("catalog.test/api/v1/users", 400),
    ])
  func absoluteForm(target: String, status: Int) throws {
    #expect(try listening.get(target).status == status)
    let anonymous = try listening.get(target, authorization: "").status
    #expect(anonymous == (status == 200 ? 401 : status))
  }

  @Test("an encoded letter is that letter, and needs the same token")
  func encodedLetters() throws {
    #expect(try listening.get("/api/v1/%75sers").status == 200)
    let reply = try listening.get("/api/v1/%75sers", authorization: "")
    #expect(reply.status == 401)
    #expect(reply.isError)
  }
}
