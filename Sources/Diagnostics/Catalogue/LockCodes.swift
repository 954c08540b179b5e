extension DiagnosticCode {
  /// There is no lock for an offline check.
  public static let noLock = DiagnosticCode(rawValue: "MLC210")
  /// A reference to something of the catalog is not in the lock.
  public static let referenceNotLocked = DiagnosticCode(rawValue: "MLC211")
  /// A registered model is not in the lock.
  public static let registrationNotLocked = DiagnosticCode(rawValue: "MLC212")
  /// The lock says something else than catalog and registry.
  public static let lockDiffers = DiagnosticCode(rawValue: "MLC213")
  /// The lock cannot be written.
  public static let unwritableLock = DiagnosticCode(rawValue: "MLC837")
  /// The lock cannot be read.
  public static let unreadableLock = DiagnosticCode(rawValue: "MLC838")
  /// The lock is of a later version of its format.
  public static let newerLock = DiagnosticCode(rawValue: "MLC839")
  /// Git left both sides of a merge in the lock.
  public static let unmergedLock = DiagnosticCode(rawValue: "MLC840")
}

extension DiagnosticCatalogue {
  /// MLC210 to MLC219: what the lock holds.
  static let lock: [DiagnosticEntry] = [
    DiagnosticEntry(
      .noLock, .error, title: "No lock to check by",
      cause: """
        `--offline` checks by mlcatalog.lock beside the project config, which holds what the \
        catalog and the registries know. There is no such file, or it has no section for the \
        environment of `--env`.
        """,
      example: """
        mlcatalog publish --check --offline
        """,
      remedy: "Run `mlcatalog lock` where the catalog can be reached, and commit the file."),
    DiagnosticEntry(
      .referenceNotLocked, .error, title: "A reference that the lock does not hold",
      cause: """
        An offline check knows of the catalog what the lock says, and it says nothing of this \
        table, tag, user or other thing: the manifest names it since the lock was made.
        """,
      example: """
        dataSourceFqn: demo_pg.postgres.public.new_table
        """,
      remedy: "Run `mlcatalog lock` where the catalog can be reached, and commit the file."),
    DiagnosticEntry(
      .registrationNotLocked, .error, title: "A registered model that the lock does not hold",
      cause: """
        An offline check knows of the registries what the lock says, and it says nothing of this \
        version, alias or stage: the manifest, or the project config, names it since the lock was \
        made.
        """,
      example: """
        registry: {mlflow: {model: revenue, alias: challenger}}
        """,
      remedy: "Run `mlcatalog lock` where the registry can be reached, and commit the file."),
    DiagnosticEntry(
      .lockDiffers, .error, title: "A lock that is no longer true",
      cause: """
        Since the lock was made the catalog, a registry or a manifest changed. Offline checks \
        still go by what the lock says.
        """,
      example: """
        mlcatalog lock --check
        """,
      remedy: "Look at what moved, then run `mlcatalog lock` and commit the file."),
  ]

  /// MLC837 to MLC840: the lock as a file.
  static let lockFile: [DiagnosticEntry] = [
    DiagnosticEntry(
      .unwritableLock, .error, title: "A lock that cannot be written",
      cause: """
        The folder is not writable, or the disk is full. The lock that was there is as it was.
        """,
      example: """
        mlcatalog lock
        """,
      remedy: "Make room, or see to the folder's permissions, and run the command again."),
    DiagnosticEntry(
      .unreadableLock, .error, title: "A lock that cannot be read",
      cause: """
        mlcatalog.lock is no JSON, or not of the form that `mlcatalog lock` gives it.
        """,
      example: """
        {"schemaVersion": 1, "project": {"tables": []}}
        """,
      remedy: """
        Take the file back from the repository; or delete it and run `mlcatalog lock` once for \
        each environment.
        """),
    DiagnosticEntry(
      .newerLock, .error, title: "A lock of a later version",
      cause: """
        The lock was written by a later mlcatalog, in a form that this one does not know.
        """,
      example: """
        {"schemaVersion": 2}
        """,
      remedy: "Use that version of mlcatalog, the same for everybody."),
    DiagnosticEntry(
      .unmergedLock, .error, title: "A lock with both sides of a merge",
      cause: """
        Git left its conflict markers in mlcatalog.lock, since both branches changed it.
        """,
      example: """
        <<<<<<< HEAD
        """,
      remedy: """
        Run `mlcatalog lock` again: it makes the lock of the merged manifests, and no line has to \
        be chosen by hand.
        """),
  ]
}
