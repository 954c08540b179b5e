import Diagnostics
import HTTPClient
public import OpenMetadataAPI

extension Failure {
  /// What is shown when the catalog cannot be read.
  public init(reading error: OpenMetadataError) {
    switch error {
    case .forbidden(let message):
      self.init(
        .readRefused, "the server does not let the token's user read: \(message)",
        "give the user a role with ViewAll", .notPermitted)
    case .notAuthenticated(let message):
      self.init(
        .tokenRejected, "the server does not accept the token: \(message)",
        "copy the bot's token again: Settings, Bots", .notPermitted)
    case .gaveUp:
      self.init(.serverBusy, error.description, "try again later", .gaveUp)
    case .unreachable(let error): self.init(error)
    case .notTheAPI(let answerer) where answerer.wantsLogin:
      self.init(
        .foreignLogin, error.description,
        "use an address without a login page before it, or OPENMETADATA_EXTRA_HEADERS",
        .notPermitted)
    case .serverError, .conflict, .preconditionFailed:
      self.init(
        .notTheAPI, error.description, "look into the log of the server, or try again later",
        .unavailable)
    case .notTheAPI, .invalidAnswer, .notFound, .refused:
      self.init(
        .notTheAPI, error.description,
        "give the address of OpenMetadata itself, with the path of a proxy before it, if any",
        .unavailable)
    }
  }

  /// What is shown when the catalog of a server cannot be read.
  ///
  /// - Parameter source: What names the server, such as `--host`.
  init(reading error: OpenMetadataError, from server: ServerURL, namedBy source: String) {
    guard error.isMissingPath else {
      if case .unreachable(let error) = error {
        self.init(error, address: "\(source) is right")
      } else {
        self.init(reading: error)
      }
      return
    }
    self.init(
      .notTheAPI, "nothing found below \(server)/api/v1: \(error)",
      "give the address without /v1 or /api/v1, such as https://catalog.example", .unavailable)
  }

  private init(_ error: TransportError, address: String = "its address is right") {
    let code: DiagnosticCode =
      error.kind == .insecure ? .insecureConnection : .serverUnreachable
    let hint =
      switch error.kind {
      case .unresolvableHost, .refused, .timedOut:
        "check that the server runs and that \(address); behind a proxy see HTTPS_PROXY and NO_PROXY"
      case .connectionLost:
        "try again; when it stays like this, look whether OpenMetadata listens there and that \(address)"
      default: String?.none
      }
    self.init(code, error.message, error.hint ?? hint, .unavailable)
  }

  /// What is shown when a write fails; `what` names it, such as `the model`.
  init(writing what: String, _ error: OpenMetadataError, model: String) {
    let general = Failure(reading: error)
    let diagnostic: Diagnostic
    switch error {
    case .forbidden(let message):
      diagnostic = Diagnostic(
        .writeRefused, "the token's user may not write \(what): \(message)",
        hint: "give the user a role that may", model: model)
    case .refused, .conflict, .preconditionFailed, .notFound, .serverError:
      let isRefused = if case .refused = error { true } else { false }
      diagnostic = Diagnostic(
        .writeRefused, "the server refused to write \(what): \(error)",
        hint: isRefused ? "correct what the server objects to" : nil, model: model)
    case .notAuthenticated, .gaveUp, .unreachable, .notTheAPI, .invalidAnswer:
      var cause = general.diagnostic
      cause.message = "\(what) could not be written: \(cause.message)"
      cause.model = model
      diagnostic = cause
    }
    self.init(diagnostic, diagnostic.code == .writeRefused ? .findings : general.status)
  }

  /// What is shown when nobody knows whether a write arrived; `what` names it, such as `the model`.
  init(
    unsettled what: String, _ error: OpenMetadataError, unread: OpenMetadataError, model: String?
  ) {
    self.init(
      Diagnostic(
        .writeUnsettled,
        "nobody knows whether \(what) was written: \(error)",
        hint: "publish again: the next run looks first",
        notes: [Diagnostic.Note("the catalog could not be asked: \(unread)")], model: model),
      .incomplete)
  }
}

extension OpenMetadataError {
  /// Whether the server has nothing at the path asked, as when the address ends too deep.
  fileprivate var isMissingPath: Bool {
    switch self {
    case .notFound, .notTheAPI(.page(404, _)), .notTheAPI(.content(404, _)): true
    default: false
    }
  }
}
