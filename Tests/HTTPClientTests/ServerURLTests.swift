import HTTPClient
import Testing

@Suite("Reading the address of a server")
struct ServerURLTests {
  @Test(
    "an address is brought to one form",
    arguments: [
      ("http://localhost:8585", "http://localhost:8585"),
      ("http://localhost:8585/", "http://localhost:8585"),
      ("HTTPS://Catalog.Example/api/", "https://catalog.example/api"),
      ("https://catalog.example:443/om/api//", "https://catalog.example/om/api"),
      ("http://catalog.example:443", "http://catalog.example:443"),
      ("http://10.0.0.7:80", "http://10.0.0.7"), ("http://[::1]:8585/api", "http://[::1]:8585/api"),
      ("http://[2001:DB8::7]", "http://[2001:db8:0:0:0:0:0:7]"),
      ("https://a_b-c.example.", "https://a_b-c.example."),
      ("https://x.example/a%2Fb", "https://x.example/a%2Fb"),
    ])
  func normalizes(text: String, expected: String) throws {
    #expect(try ServerURL(parsing: text).description == expected)
  }

  @Test("the API suffix is dropped whether it was given or not")
  func dropsSuffix() throws {
    for text in ["http://h/api", "http://h/api/", "http://h", "http://h/"] {
      #expect(try ServerURL(parsing: text).dropping(pathSuffix: "/api").description == "http://h")
    }
    let nested = try ServerURL(parsing: "http://h/om/api")
    #expect(nested.dropping(pathSuffix: "/api").path == "/om")
    #expect(try ServerURL(parsing: "http://h/xapi").dropping(pathSuffix: "/api").path == "/xapi")
  }

  @Test(
    "this machine is recognised by its literal names alone",
    arguments: [
      "http://localhost", "http://LOCALHOST:1/api", "http://127.0.0.1", "http://127.255.3.4:9",
      "http://[::1]", "http://[0:0:0:0:0:0:0:1]:8585", "http://[0::0001]",
    ])
  func recognizesLoopback(text: String) throws {
    #expect(try ServerURL(parsing: text).isLoopback)
  }

  @Test(
    "look-alikes of this machine are other hosts",
    arguments: [
      "http://localhost.evil.com", "http://localhost.", "http://127.0.0.1.evil.com",
      "http://127.0.0.1.nip.io", "http://127-0-0-1.example", "http://128.0.0.1", "http://0.0.0.0",
      "http://[::]", "http://[::ffff:127.0.0.1]", "http://[::2]", "http://[fe80::1]",
      "http://local-host", "http://xlocalhost",
    ])
  func recognizesStrangers(text: String) throws {
    #expect(try !ServerURL(parsing: text).isLoopback)
  }

  @Test(
    "whatever two programs could read differently is refused, and not repeated",
    arguments: [
      "http://127.0.0.1@evil.com", "http://localhost:pass@evil.com/", "http://evil.com@127.0.0.1",
      "http://localhost\\@evil.com", "http://localhost\\.evil.com", "http://0177.0.0.1",
      "http://127.1", "http://2130706433", "http://0x7f.0.0.1", "http://0x7f000001",
      "http://127.0.0.01", "http://127.0.0.1.", "http://1.2.3.4.5", "http://256.0.0.1",
      "http://127.0.0.1%2eevil.com", "http://loc%61lhost", "http://[::1", "http://::1",
      "http://[::1]evil.com", "http://[::1%25eth0]", "http://[1::2::3]", "http://[::1.2.3]",
      "http://[12345::]", "http://[+1::]", "http:///api", "http://", "http:/localhost",
      "localhost:8585", "//localhost",
      "ftp://localhost", "javascript://localhost", "http://localhost:", "http://localhost:0",
      "http://localhost:65536", "http://localhost:+80", "http://localhost:8 5",
      "http://localhost:80:80", "http://local host", " http://localhost", "http://localhost\n",
      "http://localhost/a/../b", "http://localhost/./", "http://localhost/a//b",
      "http://localhost/%zz", "http://localhost/a\"b", "http://localhost?x=1",
      "http://localhost#f", "http://localhost/api?x", "http://ｌocalhost", "http://café.example",
      "http://.example", "http://a..b", "http://localhost..", "",
    ])
  func refuses(text: String) {
    let error = #expect(throws: ServerURLError.self) { try ServerURL(parsing: text) }
    if let error, text.count > 12 { #expect(!error.message.contains(text)) }
    #expect(error?.message.contains("evil") == false)
  }
}
