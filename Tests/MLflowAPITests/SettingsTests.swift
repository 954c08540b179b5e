import HTTPClient
import MLflowAPI
import Testing

@Suite("Settings for MLflow")
struct SettingsTests {
  @Test(
    "an address gives up what names a user, and never shows it",
    arguments: [
      ("https://mlflow.example", "https://mlflow.example", nil),
      ("http://127.0.0.1:5000/", "http://127.0.0.1:5000", nil),
      ("https://Host.example/prefix/", "https://host.example/prefix", nil),
      ("https://ann@host.example", "https://host.example", ("ann", "")),
      (
        "https://ann:s3cret-p%40ss@host.example/p", "https://host.example/p", ("ann", "s3cret-p@ss")
      ),
      ("https://a%3Ab:c:d@host.example", "https://host.example", ("a:b", "c:d")),
      ("databricks", "databricks", nil), ("databricks-uc", "databricks-uc", nil),
    ] as [(String, String, (String, String)?)])
  func addresses(text: String, shown: String, user: (String, String)?) throws {
    let address = try MLflowAddress(parsing: text)
    #expect(address.description == shown)
    let expected = user.map { MLflowCredential.basic(user: $0.0, password: Secret($0.1)) }
    #expect(address.credential == expected)
    #expect(!"\(address) \(String(reflecting: address.credential))".contains("s3cret"))
  }

  @Test(
    "what is no server is refused without being repeated",
    arguments: [
      "", "./mlruns", "file:///tmp/s3cret", "sqlite:///s3cret.db", "databricks://s3cret",
      "http://ann:s3cret%zz@host.example", "https://ann:s3cret@", "http://h/?token=s3cret",
      "http://ann:s3cret\\@evil.example", "http://a:s3cret/@host.example:x",
    ])
  func noServer(text: String) {
    let error = #expect(throws: ServerURLError.self) { try MLflowAddress(parsing: text) }
    #expect(error?.message.contains("s3cret") == false)
  }

  @Test("user name and password win over the token, and half of them counts for nothing")
  func credentials() {
    let token = ["MLFLOW_TRACKING_TOKEN": "t"]
    let both = ["MLFLOW_TRACKING_USERNAME": "ann", "MLFLOW_TRACKING_PASSWORD": "p"]
    #expect(MLflowCredential(environment: [:]) == nil)
    #expect(MLflowCredential(environment: token) == .bearer(Secret("t")))
    let basic = MLflowCredential.basic(user: "ann", password: Secret("p"))
    #expect(MLflowCredential(environment: both) == basic)
    #expect(MLflowCredential(environment: both.merging(token) { $1 }) == basic)
    let half = ["MLFLOW_TRACKING_USERNAME": "ann", "MLFLOW_TRACKING_PASSWORD": ""]
    #expect(MLflowCredential(environment: half.merging(token) { $1 }) == .bearer(Secret("t")))
  }

  @Test("certificates come from MLflow's variables, then from those that many programs know")
  func certificates() throws {
    let own = "MLFLOW_TRACKING_SERVER_CERT_PATH"
    var environment = ["SSL_CERT_FILE": "/b.pem"]
    #expect(
      try TransportConfiguration(mlflow: environment).trust
        == .path("/b.pem", variable: "SSL_CERT_FILE"))
    environment[own] = "/a.pem"
    environment["MLFLOW_TRACKING_CLIENT_CERT_PATH"] = "/me.pem"
    let configuration = try TransportConfiguration(mlflow: environment)
    #expect(configuration.trust == .path("/a.pem", variable: own))
    #expect(
      configuration.clientCertificate
        == ClientCertificate(path: "/me.pem", variable: "MLFLOW_TRACKING_CLIENT_CERT_PATH"))
    #expect(try TransportConfiguration(mlflow: [:]).trust == .system)
  }

  @Test("verification is switched off by name alone, and not beside an authority")
  func insecure() throws {
    let variable = "MLFLOW_TRACKING_INSECURE_TLS"
    #expect(try TransportConfiguration(mlflow: [variable: "true"]).trust == .unverified)
    #expect(try TransportConfiguration(mlflow: [variable: "false"]).trust == .system)
    let both = [variable: "true", "MLFLOW_TRACKING_SERVER_CERT_PATH": "/a.pem"]
    for environment in [both, [variable: "maybe"]] {
      let error = #expect(throws: TransportConfigurationError.self) {
        try TransportConfiguration(mlflow: environment)
      }
      #expect(error?.variable == variable)
    }
  }
}
