import Diagnostics
import OpenMetadataAPI

extension Failure {
  /// What is shown when the catalog of the settings' server cannot be read: about a token that it
  /// does not accept also where that was found.
  init(reading error: OpenMetadataError, with settings: ConnectionSettings) {
    let failure = Failure(reading: error, from: settings.server, namedBy: settings.serverSource)
    guard case .notAuthenticated(let message) = error else {
      self = failure
      return
    }
    var finding = failure.diagnostic
    finding.notes.append(Diagnostic.Note("the token is that of \(settings.tokenSource)"))
    let expiry = TokenExpiry(settings.token).flatMap { $0.isPast ? $0 : nil }
    if let expiry { finding.notes.append(Diagnostic.Note("the token expired at \(expiry.text)")) }
    if expiry != nil || message.lowercased().contains("expired") {
      finding.hint =
        "make a new token in the catalog (Settings, Bots, the bot) and put it in its place"
    }
    self.init(finding, failure.status)
  }

  /// What is shown when a signal ended the reading; `what` is a subject with its verb.
  static func stopped(reading what: String, _ hint: String = "publish again") -> Failure {
    Failure(
      Diagnostic(
        .stoppedEarly, "stopped while \(what) read; nothing was written", hint: hint),
      .findings)
  }
}
