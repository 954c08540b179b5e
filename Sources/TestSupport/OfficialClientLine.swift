public import Testing

/// A line of OpenMetadata's Python client, which talks only to a server of the same line.
public enum OfficialClientLine: String, Sendable, CaseIterable, CustomTestStringConvertible {
  case line15 = "1.5"
  case line20 = "2.0"

  /// The client's release, as `make setup` installs it.
  public var release: String {
    switch self {
    case .line15: "1.5.15.2"
    case .line20: "2.0.7.0"
    }
  }

  /// A version of the server that the client accepts.
  public var serverVersion: String {
    switch self {
    case .line15: "1.5.10"
    case .line20: "2.0.7"
    }
  }

  /// The client's Python; nil where `make setup` has not made it.
  public var environment: PythonEnvironment? {
    PythonEnvironment(folder: "venv-openmetadata-\(rawValue)")
  }

  /// The lines whose client is on this machine; `OfficialClientLineTests` counts the others.
  public static let installed = allCases.filter { $0.environment != nil }

  /// How a test's cases are told apart.
  public var testDescription: String { "client \(rawValue)" }
}
