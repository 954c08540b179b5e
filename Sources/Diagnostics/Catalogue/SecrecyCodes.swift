extension DiagnosticCode {
  /// What looks like a secret would be published.
  public static let secretPublished = DiagnosticCode(rawValue: "MLC214")
  /// What is known as a token or key would be published.
  public static let tokenPublished = DiagnosticCode(rawValue: "MLC215")
  /// What looks like a secret in a registry is not published.
  public static let registeredSecretLeftOut = DiagnosticCode(rawValue: "MLC216")
  /// What looks like a secret in the catalog is not written into a manifest.
  public static let secretLeftToCatalog = DiagnosticCode(rawValue: "MLC426")
}

extension DiagnosticCatalogue {
  /// MLC214 to MLC216: secrets where everybody would read them.
  static let secrecy: [DiagnosticEntry] = [
    DiagnosticEntry(
      .secretPublished, .warning, title: "What looks like a secret would be published",
      cause: """
        A hyper-parameter or a custom property has the name of a secret, such as `password` or \
        `client_secret`, and a value that stands for itself, or a text holds a URL with a password \
        or a connection string with a key. Everybody who reads the catalog would see it. A \
        reference such as `${DB_PASSWORD}`, a number, and tokens of texts such as `pad_token` are \
        no secrets.
        """,
      example: """
        mlHyperParameters:
          - name: db_password
            value: hunter2
        """,
      remedy: """
        Take it out of the file, and replace the password where it is used: it stays in the \
        history of the repository. Where it is no secret, suppress the finding with the reason.
        """),
    DiagnosticEntry(
      .tokenPublished, .error, title: "A token or key would be published",
      cause: """
        A value holds a private key, or a token or key in the form that its maker gives them: of \
        GitHub, GitLab, Slack, AWS, Google, Hugging Face, Databricks and others, or a signed token \
        (JWT). Everybody who reads the catalog would see it, and could use it.
        """,
      example: """
        description: "clone it with glpat-0123456789abcdefghij"
        """,
      remedy: """
        Revoke the token first: it stays in the history of the repository. Then take it out of the \
        file. An example that is none may stay: suppress the finding with the reason.
        """),
    DiagnosticEntry(
      .registeredSecretLeftOut, .warning, title: "What looks like a secret is left to the registry",
      cause: """
        A parameter that a run recorded has the name of a secret and a value that stands for itself, \
        or a text of the registry holds a token, a key or a URL with a password. It is not published.
        """,
      example: """
        mlflow.log_param("db_password", "hunter2")
        """,
      remedy: """
        Replace the secret, and take it out of the run: everybody who reads the registry sees it. \
        To publish the field, give it in the file.
        """),
  ]

  /// MLC426: secrets of the catalog.
  static let catalogSecrecy: [DiagnosticEntry] = [
    DiagnosticEntry(
      .secretLeftToCatalog, .warning, title: "What looks like a secret is not pulled",
      cause: """
        The model of the catalog holds what looks like a password, a token or a key. In a file of a \
        repository more people would see it, and it would stay in its history, so the manifest has a \
        comment in its place. Publishing the manifest leaves the field as the catalog has it.
        """,
      example: """
        # `mlHyperParameters[db_password].value` stays as the catalog has it: it looks like a secret
        """,
      remedy: """
        Replace the secret, and take it out of the catalog, where everybody sees it. Where it is no \
        secret, write it into the file and suppress MLC214 or MLC215 there with the reason.
        """)
  ]
}
