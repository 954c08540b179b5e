import JSONDocuments
import Testing

@testable import EmbeddedCatalog

@Suite struct PageAccessTests {
  @Test("Without a session every page leads to the form, which keeps where one was going")
  func redirect() throws {
    let catalog = try CatalogUnderTest()
    let reply = try catalog.page("/mlmodel/a%2Fb%20c?x=1%262")
    #expect(reply.status == 303)
    let target = try #require(reply.headers["location"])
    #expect(target.hasPrefix("/signin?next="))
    let form = try catalog.page(target)
    #expect(form.status == 200)
    #expect(form.text.contains("name=\"next\" value=\"/mlmodel/a%2Fb%20c?x=1%262\""))
    #expect(try catalog.page("/").headers["location"] == "/signin")
    #expect(try catalog.page("/nothing").status == 303)
  }

  @Test("Signing in makes a session that scripts and other sites cannot use, and goes on")
  func signIn() throws {
    let catalog = try CatalogUnderTest()
    let reply = try catalog.signIn(next: "/table/a%2Fb?page=2")
    #expect(reply.status == 303)
    #expect(reply.headers["location"] == "/table/a%2Fb?page=2")
    let cookie = try #require(reply.headers["set-cookie"])
    for attribute in ["; HttpOnly", "; SameSite=Strict", "; Path=/", "; Max-Age=3600"] {
      #expect(cookie.contains(attribute))
    }
    let header = ["cookie": try #require(reply.cookie)]
    #expect(try catalog.page("/", headers: header).status == 200)
    catalog.pass(seconds: 3601)
    #expect(try catalog.page("/", headers: header).status == 303)
  }

  @Test("A session opens pages only: the API wants a bearer token")
  func cookieIsNoToken() throws {
    let catalog = try CatalogUnderTest()
    let cookie = ["cookie": "mlcatalog-session=\(catalog.adminToken)"]
    #expect(try catalog.send("GET", "tables", token: "", headers: cookie).status == 401)
    let bearer = ["authorization": "Bearer \(catalog.adminToken)"]
    #expect(try catalog.page("/", headers: bearer).status == 303)
  }

  @Test(
    "A wanted place on another site is forgotten",
    arguments: [
      "//evil.example", "https://evil.example/", "/\\evil.example", "/\t/evil.example",
      "\\\\evil.example", "javascript:alert(1)", "/%0d%0aSet-Cookie:%20a=b\r\nX: y", "evil", "",
      "/signin?next=/", "/logout", "/api/v1/tables", "/a\u{200B}b",
    ])
  func openRedirect(next: String) throws {
    let catalog = try CatalogUnderTest()
    #expect(try catalog.signIn(next: next).headers["location"] == "/")
  }

  @Test("A decoded slash stays one: what was encoded is encoded again")
  func encodedTarget() throws {
    let catalog = try CatalogUnderTest()
    #expect(
      try catalog.signIn(next: "/%2Fevil.example/%0D%0Ax").headers["location"]
        == "/%2Fevil.example/%0D%0Ax")
  }

  @Test("A wrong password is told, the address is kept, and the third blocks the API's login too")
  func block() throws {
    let catalog = try CatalogUnderTest()
    for _ in 0..<3 {
      let reply = try catalog.signIn("admin@open-metadata.org", "wrong<b>")
      #expect(reply.status == 401)
      #expect(reply.headers["set-cookie"] == nil)
      #expect(reply.text.contains("You have entered an invalid email or password"))
      #expect(reply.text.contains("value=\"admin@open-metadata.org\""))
      #expect(!reply.text.contains("wrong"))
    }
    let blocked = try catalog.signIn()
    #expect(blocked.status == 400)
    #expect(blocked.text.contains("Failed Login Attempts Exceeded"))
    let login = try catalog.send(
      "POST", "users/login", ["email": "admin@open-metadata.org", "password": "YWRtaW4="], token: ""
    )
    #expect(login.status == 400)
    catalog.pass(seconds: 601)
    #expect(try catalog.signIn().status == 303)
  }

  @Test("Signing out ends the session in the browser")
  func signOut() throws {
    let catalog = try CatalogUnderTest()
    let reply = try catalog.page("/logout", as: catalog.adminToken, method: "POST", form: [])
    #expect(reply.status == 303)
    #expect(reply.headers["location"] == "/signin")
    #expect(reply.headers["set-cookie"]?.contains("mlcatalog-session=; Max-Age=0") == true)
    #expect(try catalog.page("/logout", as: catalog.adminToken).status == 404)
  }

  @Test(
    "Forms of other sites are refused, those of other ports included",
    arguments: [
      ["origin": "http://evil.example"], ["origin": "null"], ["origin": "http://catalog.test:81"],
      ["sec-fetch-site": "cross-site"], ["sec-fetch-site": "same-site"],
    ])
  func foreignForm(headers: [String: String]) throws {
    let catalog = try CatalogUnderTest()
    let signIn = try catalog.signIn(headers: headers)
    #expect(signIn.status == 403)
    #expect(signIn.headers["set-cookie"] == nil)
    let logout = try catalog.page("/logout", method: "POST", form: [], headers: headers)
    #expect(logout.status == 403)
    #expect(logout.headers["set-cookie"] == nil)
  }

  @Test("A form of this site is taken")
  func ownForm() throws {
    let catalog = try CatalogUnderTest()
    let headers = ["origin": "http://catalog.test", "sec-fetch-site": "same-origin"]
    #expect(try catalog.signIn(headers: headers).status == 303)
  }

  @Test("A form that is none, or too large, is refused")
  func malformedForm() throws {
    let catalog = try CatalogUnderTest()
    let json = ["content-type": "application/json"]
    #expect(try catalog.signIn(headers: json).status == 415)
    #expect(try catalog.signIn(String(repeating: "a", count: 20_000)).status == 413)
    #expect(try catalog.page("/signin", method: "POST", form: []).status == 401)
    #expect(try catalog.signIn("\"><script>", "x").text.contains("&quot;&gt;&lt;script&gt;"))
  }

  @Test("Pages are read-only", arguments: ["POST", "PUT", "DELETE", "PATCH"])
  func readOnly(method: String) throws {
    let catalog = try CatalogUnderTest()
    let reply = try catalog.page("/", as: catalog.adminToken, method: method)
    #expect(reply.status == 405)
    #expect(reply.headers["allow"] == "GET, HEAD")
  }

  @Test(
    "Every answer says what a browser may do with it",
    arguments: ["/", "/signin", "/nothing", "/assets/page.css", "/assets/icon.svg"])
  func headers(target: String) throws {
    let catalog = try CatalogUnderTest()
    let reply = try catalog.page(target, as: catalog.adminToken)
    let policy = try #require(reply.headers["content-security-policy"])
    for rule in ["default-src 'none'", "form-action 'self'", "base-uri 'none'"] {
      #expect(policy.contains(rule))
    }
    #expect(!policy.contains("unsafe") && !policy.contains("script-src"))
    #expect(reply.headers["x-content-type-options"] == "nosniff")
    #expect(reply.headers["x-frame-options"] == "DENY")
    #expect(reply.headers["referrer-policy"] == "same-origin")
    #expect(!reply.text.contains("<script") && !reply.text.contains("style=\""))
  }

  @Test("Paths of the API answer as they always did")
  func api() throws {
    let catalog = try CatalogUnderTest()
    for target in ["/api", "/api/v1", "/api/v1/nothing", "/api/nothing"] {
      let reply = try catalog.page(target)
      #expect(reply.status == 404)
      #expect(reply.headers["content-type"] == "application/json")
    }
  }
}
