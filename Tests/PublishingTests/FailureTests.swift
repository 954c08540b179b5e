import Diagnostics
import HTTPClient
import OpenMetadataAPI
import Testing

@testable import Publishing

@Suite("Errors of the world as findings")
struct FailureTests {
  @Test(
    "each failed reading has its code and its exit code",
    arguments: [
      (.forbidden("no"), .readRefused, .notPermitted),
      (.notAuthenticated("no"), .tokenRejected, .notPermitted),
      (.gaveUp(status: 503, message: "no"), .serverBusy, .gaveUp),
      (.unreachable(TransportError(.refused, "no")), .serverUnreachable, .unavailable),
      (.unreachable(TransportError(.timedOut, "no")), .serverUnreachable, .unavailable),
      (.unreachable(TransportError(.insecure, "no")), .insecureConnection, .unavailable),
      (.notTheAPI(.page(status: 200, title: "Log in")), .foreignLogin, .notPermitted),
      (.notTheAPI(.page(status: 404, title: nil)), .notTheAPI, .unavailable),
      (
        .notTheAPI(.redirect(status: 302, to: "x", isOtherHost: true)), .foreignLogin,
        .notPermitted
      ),
      (
        .notTheAPI(.redirect(status: 302, to: "/x", isOtherHost: false)), .notTheAPI,
        .unavailable
      ),
      (.serverError(status: 500, message: "no"), .notTheAPI, .unavailable),
      (.invalidAnswer("no"), .notTheAPI, .unavailable),
    ] as [(OpenMetadataError, DiagnosticCode, ExitCode)])
  func reading(_ error: OpenMetadataError, _ code: DiagnosticCode, _ status: ExitCode) {
    let failure = Failure(reading: error)
    #expect(failure.diagnostic.code == code)
    #expect(failure.status == status)
    #expect(failure.diagnostic.severity == .error)
    // Nobody gets a server's own failure mended by another address.
    if case .serverError = error {
      #expect(failure.diagnostic.hint?.contains("log of the server") == true)
    }
  }

  @Test("a server that cannot be reached leads to what to check")
  func unreachableHint() throws {
    let server = try ServerURL(parsing: "http://localhost:1")
    for source in ["--host", "OPENMETADATA_HOST", "OPENMETADATA_HOST in .env"] {
      let failure = Failure(
        reading: .unreachable(TransportError(.refused, "no connection")), from: server,
        namedBy: source)
      #expect(failure.diagnostic.message == "no connection")
      #expect(failure.diagnostic.hint?.contains("that \(source) is right") == true)
      #expect(failure.diagnostic.hint?.contains("HTTPS_PROXY") == true)
    }
  }

  @Test("a path where nothing is found is told, with the form that an address has")
  func wrongAddress() throws {
    let server = try ServerURL(parsing: "http://localhost:1/v1")
    let failures: [OpenMetadataError] = [
      .notFound("Not Found"), .notTheAPI(.page(status: 404, title: nil)),
      .notTheAPI(.content(status: 404, type: "text/plain")),
    ]
    for error in failures {
      let failure = Failure(reading: error, from: server, namedBy: "--host")
      #expect(failure.diagnostic.code == .notTheAPI)
      #expect(
        failure.diagnostic.message.hasPrefix("nothing found below http://localhost:1/v1/api/v1: "))
      #expect(
        failure.diagnostic.hint
          == "give the address without /v1 or /api/v1, such as https://catalog.example")
      #expect(failure.status == .unavailable)
    }
  }

  @Test(
    "each problem of the settings has its code and its exit code",
    arguments: [
      (.noHost, DiagnosticCode.noHost, .configuration),
      (
        .invalidHost(source: "--host", isOption: true, problem: "x"), DiagnosticCode.invalidHost,
        .usage
      ),
      (
        .invalidHost(source: "OPENMETADATA_HOST", isOption: false, problem: "x"), .invalidHost,
        .configuration
      ),
      (.noToken, .noToken, .notPermitted),
      (.refused(.untrustedHost("h")), .tokenWithheld, .notPermitted),
      (.refused(.plainHTTP("h")), .tokenWithheld, .notPermitted),
      (
        .invalidVariable(name: "V", problem: "is odd"), DiagnosticCode.invalidVariable,
        .configuration
      ),
      (
        .malformedEnvironmentFile(path: ".env", line: 3, .openQuote), .malformedEnvironmentFile,
        .configuration
      ),
    ] as [(SettingsError, DiagnosticCode, ExitCode)])
  func settings(_ error: SettingsError, _ code: DiagnosticCode, _ status: ExitCode) {
    let failure = Failure(error)
    #expect(failure.diagnostic.code == code)
    #expect(failure.status == status)
    #expect(failure.diagnostic.hint?.isEmpty == false)
  }

  @Test("a settings file that cannot be read is told with the system's reason")
  func unreadable() throws {
    let missing = SettingsError.self
    #expect(throws: missing) {
      try ProjectFiles(named: "/no/such/mlcatalog.yaml", environment: [:])
    }
    do {
      _ = try ProjectFiles(
        named: nil, environment: ["MLCATALOG_CONFIG": "/no/such/mlcatalog.yaml"])
    } catch {
      let failure = Failure(error)
      #expect(failure.diagnostic.code == .unreadableSettings)
      #expect(failure.diagnostic.message.contains("No such file"))
      #expect(failure.status == .configuration)
    }
  }

  @Test("a write that is refused names what was not written, in the server's words")
  func writing() {
    let refused = Failure(
      writing: "the edge from a.b", .refused(status: 400, message: "no such column"), model: "s.m")
    #expect(refused.diagnostic.code == .writeRefused)
    #expect(refused.diagnostic.message.contains("the edge from a.b"))
    #expect(refused.diagnostic.message.contains("no such column"))
    #expect(refused.diagnostic.hint == "correct what the server objects to")
    #expect(refused.diagnostic.model == "s.m")
    #expect(refused.status == .findings)

    let gone = Failure(
      writing: "the model", .unreachable(TransportError(.refused, "nothing listens")), model: "s.m")
    #expect(gone.diagnostic.code == .serverUnreachable)
    #expect(gone.status == .unavailable)
  }
}
