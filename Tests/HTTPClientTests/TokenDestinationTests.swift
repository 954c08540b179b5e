import HTTPClient
import Testing

@Suite("Where a token may travel")
struct TokenDestinationTests {
  typealias HostOrigin = TokenDestination.HostOrigin
  typealias TokenOrigin = TokenDestination.TokenOrigin

  private func refusal(
    _ url: String, _ hostOrigin: HostOrigin, token: TokenOrigin = .environment,
    allowed: String = "", plain: Bool = false
  ) throws -> TokenRefusal? {
    TokenDestination(
      host: try ServerURL(parsing: url), from: hostOrigin, token: token,
      allowedHosts: try AllowedHosts(parsing: allowed), allowsPlainHTTP: plain
    ).refusal
  }

  @Test(
    "a token of the environment goes where the operator says",
    arguments: [HostOrigin.option, .environment])
  func operatorDecides(origin: HostOrigin) throws {
    #expect(try refusal("https://catalog.example/api", origin) == nil)
  }

  @Test(
    "a host that only a file names gets no token of the environment",
    arguments: [HostOrigin.environmentFile, .projectConfig, .manifest])
  func filesDoNotDecide(origin: HostOrigin) throws {
    let refusal = try refusal("https://evil.example:8443", origin)
    #expect(refusal == .untrustedHost("evil.example:8443"))
    #expect(refusal?.hint.contains("MLCATALOG_ALLOWED_HOSTS") == true)
    #expect(
      try self.refusal("https://evil.example", origin, plain: true)
        == .untrustedHost("evil.example"))
  }

  @Test(
    "this machine gets a token whoever names it, also over plain http",
    arguments: ["http://127.0.0.1:8585", "http://localhost:8585", "http://[::1]:8585"],
    [HostOrigin.option, .environmentFile, .projectConfig, .manifest])
  func loopback(url: String, origin: HostOrigin) throws {
    #expect(try refusal(url, origin) == nil)
    #expect(try refusal(url, origin, token: .file(host: nil)) == nil)
  }

  @Test("hosts that only look like this machine get none")
  func lookAlikes() throws {
    for url in ["https://localhost.evil.com", "https://127.0.0.1.nip.io", "https://localhost."] {
      #expect(try refusal(url, .projectConfig) != nil)
    }
  }

  @Test("a listed host gets it; entries are exact, with or without a port")
  func allowedHosts() throws {
    let list = "catalog.example, Other.example:8443,,[2001:db8::7]"
    for url in [
      "https://catalog.example", "https://CATALOG.example:8585", "https://other.example:8443",
      "https://[2001:db8:0::7]",
    ] {
      #expect(try refusal(url, .environmentFile, allowed: list) == nil)
    }
    for url in [
      "https://other.example", "https://sub.catalog.example", "https://catalog.example.evil.com",
      "https://xcatalog.example",
    ] {
      #expect(try refusal(url, .environmentFile, allowed: list) != nil)
    }
  }

  @Test(
    "a list with wildcards or URLs is refused", arguments: ["*", "*.example", "https://a", "a b@c"])
  func malformedList(text: String) {
    #expect(throws: ServerURLError.self) { try AllowedHosts(parsing: text) }
  }

  @Test("a token of a file also goes to the host that the same file names")
  func fileToken() throws {
    let own = TokenOrigin.file(host: try ServerURL(parsing: "https://catalog.example/api"))
    #expect(try refusal("https://catalog.example", .environmentFile, token: own) == nil)
    #expect(try refusal("https://catalog.example:444", .environmentFile, token: own) != nil)
    #expect(try refusal("https://evil.example", .projectConfig, token: own) != nil)
    #expect(try refusal("https://evil.example", .projectConfig, token: .file(host: nil)) != nil)
    #expect(try refusal("https://other.example", .option, token: own) == nil)
  }

  @Test("no token travels over plain http unless that was allowed")
  func plainHTTP() throws {
    let own = TokenOrigin.file(host: try ServerURL(parsing: "http://catalog.example"))
    #expect(
      try refusal("http://catalog.example", .option) == .plainHTTP("catalog.example"))
    #expect(
      try refusal("http://catalog.example", .manifest, allowed: "catalog.example")
        == .plainHTTP("catalog.example"))
    #expect(
      try refusal("http://catalog.example", .environmentFile, token: own)
        == .plainHTTP("catalog.example"))
    #expect(try refusal("http://catalog.example", .option, plain: true) == nil)
  }
}
