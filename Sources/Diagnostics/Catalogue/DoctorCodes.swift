extension DiagnosticCode {
  /// The resolver knows no address of a host.
  public static let unknownHost = DiagnosticCode(rawValue: "MLC709")
  /// The proxy cannot be reached, or does not let requests through.
  public static let proxyFailed = DiagnosticCode(rawValue: "MLC710")
  /// The proxy asks who we are.
  public static let proxyWantsCredentials = DiagnosticCode(rawValue: "MLC711")
  /// Nothing listens at the server's address.
  public static let noListener = DiagnosticCode(rawValue: "MLC712")
  /// The server's certificate is issued by nobody who is trusted here.
  public static let unknownIssuer = DiagnosticCode(rawValue: "MLC713")
  /// The server's certificate does not hold now.
  public static let certificateOutOfDate = DiagnosticCode(rawValue: "MLC714")
  /// The server's certificate is for another name.
  public static let certificateForOther = DiagnosticCode(rawValue: "MLC715")
  /// The clock of this machine is not the server's.
  public static let clockDiffers = DiagnosticCode(rawValue: "MLC716")
  /// The token is of another form than OpenMetadata's.
  public static let tokenUnreadable = DiagnosticCode(rawValue: "MLC717")
  /// The token ended, or has not begun.
  public static let tokenOutOfDate = DiagnosticCode(rawValue: "MLC718")
  /// The token was signed by another server.
  public static let tokenOfOtherServer = DiagnosticCode(rawValue: "MLC719")
  /// The token is signed with a key that everybody has.
  public static let tokenPublic = DiagnosticCode(rawValue: "MLC720")
  /// The token belongs to a person, or to a bot that others use.
  public static let accountShared = DiagnosticCode(rawValue: "MLC721")
  /// Something that publishing needs is not allowed.
  public static let permissionMissing = DiagnosticCode(rawValue: "MLC722")
  /// Certificates are not verified.
  public static let certificatesUnverified = DiagnosticCode(rawValue: "MLC723")
  /// The server does something else than is assumed of its line.
  public static let assumptionBroken = DiagnosticCode(rawValue: "MLC724")
  /// Somebody else's service has the name of the scratch service.
  public static let scratchTaken = DiagnosticCode(rawValue: "MLC725")
  /// Something of the scratch service could not be removed.
  public static let scratchLeft = DiagnosticCode(rawValue: "MLC726")
  /// Rules of the server could not be tried.
  public static let notProbed = DiagnosticCode(rawValue: "MLC727")
}

extension DiagnosticCatalogue {
  /// MLC709 to MLC729: what `doctor` finds out about the way to the catalog.
  static let doctor: [DiagnosticEntry] = [
    DiagnosticEntry(
      .unknownHost, .error, title: "No address is known for a host",
      cause: """
        The resolver of this machine, with /etc/hosts and DNS, gives no address for the name of the \
        server or of the proxy.
        """,
      example: """
        OPENMETADATA_HOST=https://catalog.exmaple mlcatalog doctor
        """,
      remedy: """
        Correct the name, or ask for it where it is known: inside the company's network, or with its \
        VPN. A name that cannot be asked for just now may be known later.
        """),
    DiagnosticEntry(
      .proxyFailed, .error, title: "The proxy does not let requests through",
      cause: "The proxy of HTTPS_PROXY or http_proxy is not there, or refuses the server.",
      example: """
        HTTPS_PROXY=http://proxy.example:3128 mlcatalog doctor
        """,
      remedy: """
        Correct the variable, or list the server in NO_PROXY when it is reached directly.
        """),
    DiagnosticEntry(
      .proxyWantsCredentials, .error, title: "The proxy asks for a user and a password",
      cause: "The proxy answered 407.",
      example: """
        HTTPS_PROXY=http://proxy.example:3128 mlcatalog doctor
        """,
      remedy: "Write them into the variable: http://USER:PASSWORD@proxy.example:3128."),
    DiagnosticEntry(
      .noListener, .error, title: "Nothing listens at the server's address",
      cause: """
        The name has an address, and no connection to its port comes about: the server does not run, \
        listens on another port, or something between does not let the connection pass.
        """,
      example: """
        OPENMETADATA_HOST=http://localhost:8586 mlcatalog doctor
        """,
      remedy: "Start the server, correct the port, or ask who guards the network."),
    DiagnosticEntry(
      .unknownIssuer, .error, title: "The issuer of the server's certificate is not trusted here",
      cause: """
        The certificate is issued by itself or by an authority that this machine does not know, or \
        the server leaves out an intermediate certificate that leads to one it knows.
        """,
      example: """
        A company's own authority that the image of the CI job does not hold.
        """,
      remedy: """
        Let OPENMETADATA_CA_BUNDLE or SSL_CERT_FILE name a PEM file with the authority's \
        certificate. Let the server send its whole chain when an intermediate is missing.
        """),
    DiagnosticEntry(
      .certificateOutOfDate, .error, title: "The server's certificate does not hold now",
      cause: "It has ended or not begun, by this machine's clock.",
      example: """
        A certificate that nobody renewed.
        """,
      remedy: "Renew the server's certificate, or set this machine's clock."),
    DiagnosticEntry(
      .certificateForOther, .error, title: "The server's certificate is for another name",
      cause: "None of the names in the certificate is the one by which the server was asked.",
      example: """
        OPENMETADATA_HOST=https://10.0.0.7 mlcatalog doctor
        """,
      remedy: "Use one of the names of the certificate, or add the name to it."),
    DiagnosticEntry(
      .clockDiffers, .warning, title: "This machine's clock is not the server's",
      cause: """
        The server's answers bear another time than this machine has. Tokens that are new or about \
        to end are refused then.
        """,
      example: """
        A virtual machine that slept.
        """,
      remedy: "Let the machine take its time from the network (NTP)."),
    DiagnosticEntry(
      .tokenUnreadable, .warning, title: "The token is not of OpenMetadata's form",
      cause: "OpenMetadata's tokens are JSON web tokens: three parts with dots between them.",
      example: """
        A password in the place of the token.
        """,
      remedy: "Copy the bot's token again: Settings, Bots."),
    DiagnosticEntry(
      .tokenOutOfDate, .error, title: "The token does not hold now",
      cause: "By its own words the token has ended, or it begins later by this machine's clock.",
      example: """
        A bot's token with an expiry of 90 days.
        """,
      remedy: "Make a new one for the bot: Settings, Bots; choose its expiry."),
    DiagnosticEntry(
      .tokenOfOtherServer, .error, title: "The token is another server's",
      cause: "The server does not accept the token, and none of its keys signed it.",
      example: """
        The token of the test catalog, and OPENMETADATA_HOST of the one of production.
        """,
      remedy: "Copy the token of this server's bot, or correct the address."),
    DiagnosticEntry(
      .tokenPublic, .warning, title: "The token is signed with a key that everybody has",
      cause: """
        It bears the key identifier that OpenMetadata ships with; its private key is in every image. \
        Whoever can reach a server with that key can make himself a token of its administrator.
        """,
      example: """
        The token of OpenMetadata's documentation and of its Compose files.
        """,
      remedy: """
        Give the server a key pair of its own (RSA_PUBLIC_KEY_FILE_PATH, RSA_PRIVATE_KEY_FILE_PATH, \
        JWT_KEY_ID), and make a new token.
        """),
    DiagnosticEntry(
      .accountShared, .warning, title: "The token belongs to a person, or to a bot that others use",
      cause: """
        The catalog notes who wrote what by user name. When others write under the same one, nobody \
        can tell what was published and what was edited.
        """,
      example: """
        The token of ingestion-bot.
        """,
      remedy: "Make a bot of its own for publishing: docs/bot.md."),
    DiagnosticEntry(
      .permissionMissing, .error, title: "Something that publishing needs is not allowed",
      cause: """
        By the policies of its roles the token's user may not do what is named. Publishing what needs \
        it would be refused.
        """,
      example: """
        A bot whose only role is Data Consumer.
        """,
      remedy: "Give the bot a role with a policy that allows the operation, or Ingestion bot role."),
    DiagnosticEntry(
      .certificatesUnverified, .warning, title: "Certificates are not verified",
      cause: """
        OPENMETADATA_VERIFY_SSL switches verification off: whoever is between this machine and the \
        server can read the token.
        """,
      example: """
        OPENMETADATA_VERIFY_SSL=ignore mlcatalog doctor
        """,
      remedy: """
        Let OPENMETADATA_CA_BUNDLE name the authority's certificate, and take the variable away.
        """),
    DiagnosticEntry(
      .assumptionBroken, .error, title: "The server does not do what is assumed",
      cause: """
        Publishing relies on rules of the server that were read in its source. One of them was tried \
        in a scratch service, and the server did otherwise.
        """,
      example: """
        mlcatalog doctor --probe-server
        """,
      remedy: """
        Report it with the report that --output json=FILE writes; it names nothing of yours. Until \
        then publishing still reads back what it wrote, and fails where that differs from the plan.
        """),
    DiagnosticEntry(
      .scratchTaken, .error, title: "Somebody else's service has the name of the scratch service",
      cause: """
        There is a service called mlcatalog-probe-scratch-service whose description is not the one \
        that a probe gives it, so it is left alone.
        """,
      example: """
        mlcatalog doctor --probe-server
        """,
      remedy: "Rename or delete that service in the catalog."),
    DiagnosticEntry(
      .scratchLeft, .error, title: "The scratch service could not be removed",
      cause: "The server refused to delete it, or could not be reached any more.",
      example: """
        mlcatalog doctor --probe-server
        """,
      remedy: """
        Delete the services mlcatalog-probe-scratch-service, one of ML models and one of databases, \
        in the catalog; the next probe removes them as well.
        """),
    DiagnosticEntry(
      .notProbed, .error, title: "Rules of the server could not be tried",
      cause: "The token may not make services, tables or models, or a step before did not work.",
      example: """
        mlcatalog doctor --probe-server with the token of a bot that may only read
        """,
      remedy: "Use the token of a bot with the Ingestion bot role, on a catalog for trying out."),
  ]
}
