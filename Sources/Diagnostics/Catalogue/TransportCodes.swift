extension DiagnosticCode {
  /// The server cannot be reached.
  public static let serverUnreachable = DiagnosticCode(rawValue: "MLC701")
  /// No secure connection comes about.
  public static let insecureConnection = DiagnosticCode(rawValue: "MLC702")
  /// What answers is not OpenMetadata.
  public static let notTheAPI = DiagnosticCode(rawValue: "MLC703")
  /// The server kept asking to come back later.
  public static let serverBusy = DiagnosticCode(rawValue: "MLC704")
  /// Nothing gives a token.
  public static let noToken = DiagnosticCode(rawValue: "MLC705")
  /// The server does not accept the token.
  public static let tokenRejected = DiagnosticCode(rawValue: "MLC706")
  /// The token may not go to the server.
  public static let tokenWithheld = DiagnosticCode(rawValue: "MLC707")
  /// A login page or another host answers.
  public static let foreignLogin = DiagnosticCode(rawValue: "MLC708")
}

extension DiagnosticCatalogue {
  /// MLC7xx: transport and credentials.
  static let transport: [DiagnosticEntry] = [
    DiagnosticEntry(
      .serverUnreachable, .error, title: "The server cannot be reached",
      cause: """
        The host's name is not known, nothing listens there, the connection breaks, or no answer \
        comes in time. Reading is tried several times before this is said.
        """,
      example: """
        OPENMETADATA_HOST=http://localhost:8586 mlcatalog publish
        """,
      remedy: "Check the address and that the server runs; behind a proxy check HTTPS_PROXY."),
    DiagnosticEntry(
      .insecureConnection, .error, title: "No secure connection",
      cause: """
        The server's certificate is not issued by an authority that is trusted here, has expired, \
        or is for another name.
        """,
      example: """
        A company's own authority that the machine of the CI job does not know.
        """,
      remedy: "Let OPENMETADATA_CA_BUNDLE name the authority's certificate as a PEM file."),
    DiagnosticEntry(
      .notTheAPI, .error, title: "What answers is not OpenMetadata",
      cause: """
        The answer is no JSON of the kind expected, leads somewhere else on the same host, or \
        reports a failure of the server itself.
        """,
      example: """
        OPENMETADATA_HOST=https://catalog.example/wiki mlcatalog publish
        """,
      remedy: "Check the address; the path of a reverse proxy belongs to it, /api may be left out."),
    DiagnosticEntry(
      .serverBusy, .error, title: "The server kept asking to come back later",
      cause: "The server answered 408, 429, 502, 503 or 504 until no attempt or no time was left.",
      example: """
        A server that is just being restarted.
        """,
      remedy: "Try again later; --concurrency 2 asks for less at once."),
    DiagnosticEntry(
      .noToken, .error, title: "No token",
      cause: """
        Neither the environment nor `.env` holds a token for the server, or the file that is to \
        hold it is empty.
        """,
      example: """
        OPENMETADATA_HOST=https://catalog.example mlcatalog publish
        """,
      remedy: """
        Set OPENMETADATA_JWT_TOKEN, or OPENMETADATA_JWT_TOKEN_FILE to a file that holds it. A \
        token is never an option, since other users of a machine can see those.
        """),
    DiagnosticEntry(
      .tokenRejected, .error, title: "The server does not accept the token, or allows it nothing",
      cause: """
        The token has expired, was revoked, belongs to another server, or its user may not do what \
        was tried.
        """,
      example: """
        A bot whose token was renewed in the catalog while CI still holds the old one.
        """,
      remedy: "Copy the bot's token again: Settings, Bots. Check the bot's roles there as well."),
    DiagnosticEntry(
      .tokenWithheld, .error, title: "The token may not go to that server",
      cause: """
        A token from the environment goes only where the command line, the environment or \
        MLCATALOG_ALLOWED_HOSTS says, or to this machine: a changed file in a repository must not \
        be able to lead a secret of CI elsewhere. Over plain http it goes only to this machine.
        """,
      example: """
        OPENMETADATA_HOST=https://elsewhere.example in .env, the token in the environment
        """,
      remedy: "Give the host by --host or the environment, or list it in MLCATALOG_ALLOWED_HOSTS."),
    DiagnosticEntry(
      .foreignLogin, .error, title: "A login page answers",
      cause: """
        Instead of the API answers an HTML page or a redirection to another host: a proxy that \
        wants a login of its own. It is not followed, since the token would travel there.
        """,
      example: """
        A single-sign-on proxy before the catalog.
        """,
      remedy: """
        Use an address behind the proxy, or give its own credentials by \
        OPENMETADATA_EXTRA_HEADERS.
        """),
  ]
}
