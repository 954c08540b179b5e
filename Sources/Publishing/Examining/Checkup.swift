public import Diagnostics

/// One thing that `doctor` looked at, and how it is.
public struct Checkup: Sendable, Equatable {
  /// What it is, in the order in which one depends on the other.
  public enum Subject: String, Sendable, Hashable, CaseIterable {
    /// The project config, the variables, and what follows from them.
    case settings
    /// Whether the name of the server, or of the proxy, has an address.
    case name
    /// The way through a proxy.
    case proxy
    /// Whether something listens.
    case connection
    /// The server's certificate and its issuers.
    case certificate
    /// Whether what answers is OpenMetadata, of a line that is known.
    case server
    /// This machine's clock against the server's.
    case clock
    /// What the token says of itself.
    case token
    /// Whom the server takes the token for.
    case account
    /// What publishing needs to be allowed.
    case permissions
    /// The model registries that the manifests name.
    case registries
  }

  /// How it is.
  public enum State: Sendable, Equatable {
    /// As it should be, with what was seen.
    case passed(String)
    /// Usable, with something that is to be seen to.
    case doubtful(Diagnostic)
    /// Publishing ends here.
    case failed(Diagnostic)
    /// Not looked at, with the reason.
    case notChecked(String)
  }

  /// What it is.
  public let subject: Subject
  /// How it is.
  public let state: State

  /// Makes an entry.
  public init(_ subject: Subject, _ state: State) {
    self.subject = subject
    self.state = state
  }

  /// What is to be told of it.
  public var finding: Diagnostic? {
    switch state {
    case .doubtful(let finding), .failed(let finding): finding
    case .passed, .notChecked: nil
    }
  }
}
