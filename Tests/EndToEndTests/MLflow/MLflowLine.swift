import Foundation
import TestSupport
import Testing

/// A line of MLflow, server and client.
enum MLflowLine: String, CaseIterable, CustomTestStringConvertible {
  case line2 = "2.22.5"
  case line3 = "3.17.2"

  /// Its Python; nil where `make setup` has not made it.
  var environment: PythonEnvironment? {
    switch self {
    case .line2: .mlflow2
    case .line3: .mlflow3
    }
  }

  /// The lines that are on this machine; `MLflowLineTests` counts the others.
  static let installed = allCases.filter { $0.environment != nil }

  /// What the server writes into its log before its address, once it listens.
  var greeting: String {
    switch self {
    case .line2: "Listening at: "
    case .line3: "Uvicorn running on "
    }
  }

  /// The administrator's password: line 2 makes him with this one, line 3 refuses it.
  var password: String {
    switch self {
    case .line2: "password1234"
    case .line3: "another-word-1234"
    }
  }

  /// The option that hands options to the program that carries the server.
  var carrierOption: String {
    switch self {
    case .line2: "--gunicorn-opts"
    case .line3: "--uvicorn-opts"
    }
  }

  /// Options of that program for TLS with a certificate that clients must show too.
  func secureOptions(certificate: String, key: String, authority: String) -> String {
    switch self {
    case .line2: "--certfile \(certificate) --keyfile \(key) --ca-certs \(authority) --cert-reqs 2"
    case .line3:
      "--ssl-certfile \(certificate) --ssl-keyfile \(key) --ssl-ca-certs \(authority)"
        + " --ssl-cert-reqs 2"
    }
  }

  var testDescription: String { "MLflow \(rawValue)" }
}

/// Tests with MLflow run for the lines that are installed; here those that are not are counted.
@Suite("MLflow on this machine")
struct MLflowLineTests {
  @Test("line 2 is there", .enabled(if: MLflowLine.installed.contains(.line2), "run `make setup`"))
  func line2() {}

  @Test("line 3 is there", .enabled(if: MLflowLine.installed.contains(.line3), "run `make setup`"))
  func line3() {}
}

extension Trait where Self == ConditionTrait {
  /// Leaves a test out, and counts it, where no MLflow is installed.
  static var needsMLflow: Self {
    .enabled(if: !MLflowLine.installed.isEmpty, "no MLflow: run `make setup`")
  }
}
