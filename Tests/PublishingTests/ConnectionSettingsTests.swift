import Diagnostics
import HTTPClient
import Testing

@testable import Publishing

@Suite("Where the server is, and who we are")
struct ConnectionSettingsTests {
  private func settings(
    host: String? = nil, _ environment: [String: String] = [:], file: String? = nil,
    allowsPlainHTTP: Bool = false, projectHost: String? = nil
  ) throws(SettingsError) -> ConnectionSettings {
    var options = ConnectionOptions()
    options.host = host
    options.allowsPlainHTTP = allowsPlainHTTP
    let file = try file.map { text throws(SettingsError) in
      try EnvironmentFile(path: ".env", text: text)
    }
    let place = SourceRange(path: "mlcatalog.yaml", start: .start, end: .start)
    return try ConnectionSettings(
      options: options, environment: environment, file: file,
      projectHost: projectHost.map { Located($0, at: place) })
  }

  @Test("the host of an environment of the project config comes last, and gets no token of CI")
  func projectHost() throws {
    let environment = ["OPENMETADATA_TOKEN": "t"]
    let local = try settings(environment, projectHost: "http://127.0.0.4/api")
    #expect(local.server.description == "http://127.0.0.4")
    let file = "OPENMETADATA_HOST=http://127.0.0.3"
    #expect(
      try settings(environment, file: file, projectHost: "http://127.0.0.4").server.host
        == "127.0.0.3")
    let far = "https://catalog.example.com"
    #expect(throws: SettingsError.refused(.untrustedHost("catalog.example.com"))) {
      try settings(environment, projectHost: far)
    }
    let allowed = environment.merging(["MLCATALOG_ALLOWED_HOSTS": "catalog.example.com"]) { $1 }
    #expect(try settings(allowed, projectHost: far).server.host == "catalog.example.com")
    #expect(
      throws: SettingsError.invalidHost(
        source: "host at mlcatalog.yaml:1:1", isOption: false,
        problem: "the URL holds a query or a fragment")
    ) {
      try settings(environment, projectHost: "https://a/?b")
    }
  }

  @Test("an option wins over the environment, which wins over .env")
  func order() throws {
    let environment = ["OPENMETADATA_HOST": "http://127.0.0.2", "OPENMETADATA_TOKEN": "t"]
    let file = "OPENMETADATA_HOST=http://127.0.0.3"
    #expect(
      try settings(host: "http://127.0.0.1", environment, file: file).server.host == "127.0.0.1")
    #expect(try settings(environment, file: file).server.host == "127.0.0.2")
    #expect(try settings(["OPENMETADATA_TOKEN": "t"], file: file).server.host == "127.0.0.3")
  }

  @Test(
    "the address may end in /api, and a path of a reverse proxy stays",
    arguments: [
      ("http://localhost:8585/api", "http://localhost:8585"),
      ("http://localhost:8585/api/", "http://localhost:8585"),
      ("http://localhost/catalog/api", "http://localhost/catalog"),
    ])
  func address(_ text: String, _ expected: String) throws {
    #expect(try settings(host: text, ["OPENMETADATA_TOKEN": "t"]).server.description == expected)
  }

  @Test("OPENMETADATA_SERVER_URL and OPENMETADATA_TOKEN are understood too, the usual names first")
  func otherNames() throws {
    let both = try settings([
      "OPENMETADATA_SERVER_URL": "http://localhost:1", "OPENMETADATA_TOKEN": "second",
      "OPENMETADATA_JWT_TOKEN": "first",
    ])
    #expect(both.server.port == 1)
    #expect(both.token == Secret("first"))
  }

  @Test("a token can be in a file that the environment names")
  func tokenFile() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("token", "from-a-file\n")
    let read = try settings(host: "http://localhost", ["OPENMETADATA_JWT_TOKEN_FILE": path])
    #expect(read.token == Secret("from-a-file"))
  }

  @Test("where the token was found is known, the variable before the file")
  func tokenSource() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("token", "t")
    let named = ["OPENMETADATA_JWT_TOKEN_FILE": path]
    let host = "http://localhost"
    #expect(
      try settings(host: host, named).tokenSource
        == "\(path), the file of OPENMETADATA_JWT_TOKEN_FILE")
    let both = named.merging(["OPENMETADATA_JWT_TOKEN": "t"]) { first, _ in first }
    #expect(try settings(host: host, both).tokenSource == "OPENMETADATA_JWT_TOKEN")
    let file = try settings(host: host, file: "OPENMETADATA_TOKEN=t")
    #expect(file.tokenSource == "OPENMETADATA_TOKEN in .env")
  }

  @Test("an empty file of a token is told by its path")
  func emptyTokenFile() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("token", "\n")
    let variable = "OPENMETADATA_JWT_TOKEN_FILE"
    let error = #expect(throws: SettingsError.self) {
      try settings(host: "http://localhost", [variable: path])
    }
    let failure = try Failure(#require(error))
    #expect(failure.diagnostic.code == .noToken)
    #expect(failure.diagnostic.message == "the file \(path), which \(variable) names, is empty")
    #expect(failure.status == .notPermitted)
  }

  @Test("what cannot be a token is told by where it was found, before anything is sent")
  func malformedToken() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("README.md", "# A file\n\nthat is no token\n")
    let cases = [
      ("OPENMETADATA_JWT_TOKEN_FILE", path, "write the token there"),
      ("OPENMETADATA_JWT_TOKEN", "Bearer abc.def", "leave out `Bearer`"),
      ("OPENMETADATA_JWT_TOKEN", "abc\u{7F}", "write the token there"),
    ]
    for (variable, value, remedy) in cases {
      let error = #expect(throws: SettingsError.self) {
        try settings(host: "http://localhost", [variable: value])
      }
      let failure = try Failure(#require(error))
      #expect(failure.diagnostic.code == .noToken)
      #expect(failure.diagnostic.message.contains(variable))
      #expect(failure.diagnostic.hint?.hasPrefix(remedy) == true)
      #expect(failure.status == .notPermitted)
    }
  }

  @Test("no server is a matter of configuration, no token one of permission")
  func missing() {
    #expect(throws: SettingsError.noHost) { try settings(["OPENMETADATA_TOKEN": "t"]) }
    #expect(throws: SettingsError.noToken) { try settings(host: "http://localhost") }
    #expect(Failure(SettingsError.noHost).status == .configuration)
    #expect(Failure(SettingsError.noToken).status == .notPermitted)
  }

  @Test("a host of .env does not get a token of the environment")
  func tokenOfTheEnvironment() {
    let error = SettingsError.refused(.untrustedHost("catalog.example"))
    #expect(throws: error) {
      try settings(
        ["OPENMETADATA_JWT_TOKEN": "t"], file: "OPENMETADATA_HOST=https://catalog.example")
    }
    #expect(Failure(error).status == .notPermitted)
  }

  @Test("a host of .env gets the token of .env, and that of the environment once it is listed")
  func tokenOfTheFile() throws {
    let file = "OPENMETADATA_HOST=https://catalog.example"
    #expect(try settings(file: file + "\nOPENMETADATA_TOKEN=t").token == Secret("t"))
    let listed = [
      "OPENMETADATA_TOKEN": "e", "MLCATALOG_ALLOWED_HOSTS": "catalog.example",
    ]
    #expect(try settings(listed, file: file).token == Secret("e"))
  }

  @Test("a path in .env leads no token to a host that only .env names")
  func tokenFileOfTheFile() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("token", "t")
    let named = "OPENMETADATA_JWT_TOKEN_FILE=\(path)\nOPENMETADATA_HOST="
    #expect(throws: SettingsError.refused(.untrustedHost("catalog.example"))) {
      try settings(file: named + "https://catalog.example")
    }
    #expect(try settings(file: named + "http://localhost").token == Secret("t"))
    let environment = ["OPENMETADATA_HOST": "https://catalog.example"]
    #expect(try settings(environment, file: named).token == Secret("t"))
  }

  @Test("MLCATALOG_ALLOWED_HOSTS in .env allows nothing")
  func allowedHostsOfTheFile() {
    #expect(throws: SettingsError.refused(.untrustedHost("catalog.example"))) {
      try settings(
        ["OPENMETADATA_TOKEN": "e"],
        file: """
          OPENMETADATA_HOST=https://catalog.example
          MLCATALOG_ALLOWED_HOSTS=catalog.example
          """)
    }
  }

  @Test("plain http is refused except to this machine or when allowed")
  func plainHTTP() throws {
    let token = ["OPENMETADATA_TOKEN": "t"]
    #expect(throws: SettingsError.refused(.plainHTTP("catalog.example"))) {
      try settings(host: "http://catalog.example", token)
    }
    #expect(
      try settings(host: "http://catalog.example", token, allowsPlainHTTP: true).server.port == 80)
    #expect(try settings(host: "http://127.0.0.1:9", token).server.port == 9)
  }

  @Test("a bad address is a usage error from the option and a configuration error elsewhere")
  func badAddress() throws {
    #expect {
      try settings(host: "catalog", ["OPENMETADATA_TOKEN": "t"])
    } throws: { error in
      (error as? SettingsError).map { Failure($0).status } == .usage
    }
    #expect {
      try settings(["OPENMETADATA_HOST": "catalog", "OPENMETADATA_TOKEN": "t"])
    } throws: { error in
      (error as? SettingsError).map { Failure($0).status } == .configuration
    }
  }

  @Test("certificates of .env count only for a token of .env")
  func certificatesOfTheFile() throws {
    let file = "OPENMETADATA_HOST=http://localhost\nOPENMETADATA_VERIFY_SSL=false\n"
    let own = try settings(["OPENMETADATA_TOKEN": "t"], file: file)
    #expect(own.transport.trust == .system)
    let both = try settings(file: file + "OPENMETADATA_TOKEN=t")
    #expect(both.transport.trust == .unverified)
  }
}
