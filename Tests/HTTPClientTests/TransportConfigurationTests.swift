import HTTPClient
import Testing

@Suite("Settings of requests from the environment")
struct TransportConfigurationTests {
  private func configuration(_ environment: [String: String]) throws -> TransportConfiguration {
    try TransportConfiguration(environment: environment)
  }

  @Test("nothing set gives the defaults")
  func defaults() throws {
    let configuration = try configuration([:])
    #expect(configuration == TransportConfiguration())
    #expect(configuration.requestTimeout == .seconds(30))
    #expect(configuration.plainConnections == 8)
    #expect(configuration.secureConnections == 4)
    #expect(configuration.maximumResponseSize == 67_108_864)
    #expect(configuration.trust == .system)
  }

  @Test(
    "concurrency is taken over, but not beyond four on TLS", arguments: [(1, 1), (3, 3), (16, 4)])
  func concurrency(asked: Int, secure: Int) throws {
    let configuration = try TransportConfiguration(environment: [:], concurrency: asked)
    #expect(configuration.plainConnections == asked)
    #expect(configuration.secureConnections == secure)
  }

  @Test("the timeout is a number of seconds")
  func timeout() throws {
    let name = "OPENMETADATA_CLIENT_TIMEOUT"
    #expect(try configuration([name: "5"]).requestTimeout == .seconds(5))
    #expect(try configuration([name: "0.25"]).requestTimeout == .milliseconds(250))
    #expect(try configuration([name: ""]).requestTimeout == .seconds(30))
    for text in ["0", "-1", "soon", "nan", "inf", "1e9", "5s"] {
      let error = #expect(throws: TransportConfigurationError.self) {
        try configuration([name: text])
      }
      #expect(error?.variable == name)
    }
  }

  @Test("certificates come from the first variable that is set")
  func certificates() throws {
    var environment = [
      "OPENMETADATA_CA_BUNDLE": "", "SSL_CERT_FILE": "/a", "SSL_CERT_DIR": "/b",
      "REQUESTS_CA_BUNDLE": "/c", "CURL_CA_BUNDLE": "/d",
    ]
    #expect(try configuration(environment).trust == .path("/a", variable: "SSL_CERT_FILE"))
    environment["OPENMETADATA_CA_BUNDLE"] = "/o"
    #expect(try configuration(environment).trust == .path("/o", variable: "OPENMETADATA_CA_BUNDLE"))
    environment["OPENMETADATA_VERIFY_SSL"] = "False"
    #expect(try configuration(environment).trust == .unverified)
    environment["OPENMETADATA_VERIFY_SSL"] = "validate"
    #expect(try configuration(environment).trust != .unverified)
    environment["OPENMETADATA_VERIFY_SSL"] = "maybe"
    #expect(throws: TransportConfigurationError.self) { try configuration(environment) }
  }

  @Test("extra headers are one 'Name: value' a line")
  func extraHeaders() throws {
    let text = "X-One: 1\r\n\n  \nCF-Access-Client-Secret:s3cret value \nX-Empty:"
    let headers = try configuration(["OPENMETADATA_EXTRA_HEADERS": text]).extraHeaders
    #expect(headers.fields.map(\.name) == ["X-One", "CF-Access-Client-Secret", "X-Empty"])
    #expect(headers.fields.map(\.value) == ["1", "s3cret value", ""])
  }

  @Test(
    "a broken extra header is refused by its line and not repeated",
    arguments: [
      "no colon s3cret", ": s3cret", "bad name: s3cret", "X-A: s3cret\u{0}", "Host: s3cret",
      "content-length: s3cret", "Transfer-Encoding: s3cret",
    ])
  func brokenExtraHeaders(line: String) throws {
    let error = try #require(throws: TransportConfigurationError.self) {
      try configuration(["OPENMETADATA_EXTRA_HEADERS": "X-Fine: 1\n" + line])
    }
    #expect(error.description.contains("line 2"))
    #expect(!error.description.contains("s3cret"))
  }

  @Test("proxies are read as other programs read them, without HTTP_PROXY")
  func proxies() throws {
    let proxies = try configuration([
      "HTTPS_PROXY": "http://up:1", "https_proxy": "http://low:1", "HTTP_PROXY": "http://bad:1",
      "NO_PROXY": "a.example,.b.example",
    ]).proxies
    #expect(proxies.secure?.reveal() == "http://low:1")
    #expect(proxies.plain == nil)
    #expect(proxies.exceptions == "a.example,.b.example")
    #expect(try configuration(["https_proxy": "proxy:3128"]).proxies.secure != nil)
    for text in ["ftp://proxy", "http://a b"] {
      #expect(throws: TransportConfigurationError.self) { try configuration(["http_proxy": text]) }
    }
  }

  @Test("passwords of proxies and values of extra headers are known as secrets")
  func secrets() throws {
    let configuration = try configuration([
      "https_proxy": "http://user:hunter22@proxy:1",
      "OPENMETADATA_EXTRA_HEADERS": "X-Gate: opensesame",
    ])
    let redactor = Redactor(configuration.secrets)
    #expect(redactor.redact("hunter22 opensesame") == "<redacted> <redacted>")
    #expect(!"\(configuration.proxies)".contains("hunter22"))
  }
}
