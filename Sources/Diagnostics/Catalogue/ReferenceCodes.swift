extension DiagnosticCode {
  /// No table has the name.
  public static let tableNotFound = DiagnosticCode(rawValue: "MLC260")
  /// The table is soft-deleted.
  public static let tableDeleted = DiagnosticCode(rawValue: "MLC261")
  /// The table may not be seen.
  public static let tableForbidden = DiagnosticCode(rawValue: "MLC262")
  /// A table has the name in other letters' case.
  public static let tableLetterCase = DiagnosticCode(rawValue: "MLC263")
  /// A source is no column of its table.
  public static let unknownColumn = DiagnosticCode(rawValue: "MLC264")
  /// A source's type does not fit its column.
  public static let typeMismatch = DiagnosticCode(rawValue: "MLC265")
  /// No tag has the name.
  public static let labelNotFound = DiagnosticCode(rawValue: "MLC266")
  /// No user has the name.
  public static let unknownUser = DiagnosticCode(rawValue: "MLC267")
  /// No team has the name.
  public static let unknownTeam = DiagnosticCode(rawValue: "MLC268")
  /// A user's e-mail address is another one.
  public static let ownerEmailDiffers = DiagnosticCode(rawValue: "MLC269")
  /// A team is not of type Group.
  public static let teamCannotOwn = DiagnosticCode(rawValue: "MLC270")
  /// Several teams, or a team beside users, own a model.
  public static let ownersExcludeEachOther = DiagnosticCode(rawValue: "MLC271")
  /// The server cannot store a name.
  public static let nameNotWritable = DiagnosticCode(rawValue: "MLC272")
  /// A source names no table.
  public static let sourceWithoutTable = DiagnosticCode(rawValue: "MLC273")
}

extension DiagnosticCatalogue {
  /// MLC260 to MLC273: references to tables, tags, users and teams.
  static let references: [DiagnosticEntry] = [
    DiagnosticEntry(
      .tableNotFound, .error, title: "A table that the catalog does not have",
      cause: """
        No table has this fully qualified name, or the token's user may not know that it \
        exists. Without the table a feature has no source and no lineage.
        """,
      example: """
        dataSourceFqn: demo_pg.postgres.public.order
        """,
      remedy: """
        Correct the name (service.database.schema.table), or ingest the database's \
        metadata first.
        """),
    DiagnosticEntry(
      .tableDeleted, .error, title: "A table that was deleted in the catalog",
      cause: """
        The table is still known, but marked as deleted: it was dropped in the database, \
        or removed in the catalog.
        """,
      example: """
        dataSourceFqn: demo_pg.postgres.public.orders_2023
        """,
      remedy: """
        Name the table that took its place, or restore it in the catalog.
        """),
    DiagnosticEntry(
      .tableForbidden, .error, title: "A table that the token may not see",
      cause: """
        The table may exist, but the server refuses to show it to the token's user.
        """,
      example: """
        dataSourceFqn: hr.payroll.public.salaries
        """,
      remedy: """
        Let an administrator give the publisher's bot the right to view the table.
        """),
    DiagnosticEntry(
      .tableLetterCase, .error, title: "A table whose name differs by letter case only",
      cause: """
        The catalog tells upper and lower case apart. Nothing is picked, since another \
        table of that name may come.
        """,
      example: """
        dataSourceFqn: demo_pg.postgres.public.Orders
        """,
      remedy: """
        Write the name exactly as the catalog shows it.
        """),
    DiagnosticEntry(
      .unknownColumn, .warning, title: "A source that is no column of its table",
      cause: """
        The source's name is not among the table's columns, so no line from column to \
        feature can be drawn. The model is published with the source as written.
        """,
      example: """
        name: orders
        """,
      remedy: """
        Write the column's name; columns inside a structure are written with dots, as in \
        address.city.
        """),
    DiagnosticEntry(
      .typeMismatch, .warning, title: "A source whose type is not that of its column",
      cause: """
        The dataType of the source does not fit the type that the catalog has for the \
        column.
        """,
      example: """
        dataType: integer
        """,
      remedy: """
        Correct the dataType, or the source's name when another column is meant.
        """),
    DiagnosticEntry(
      .labelNotFound, .error, title: "A tag that the catalog does not have",
      cause: """
        Labels are set only when the classification has the tag, and the tag is not \
        deleted.
        """,
      example: """
        tags: [PII.Sensitve]
        """,
      remedy: """
        Correct the name (Classification.Tag), or make the tag in the catalog first.
        """),
    DiagnosticEntry(
      .unknownUser, .error, title: "An owner who is no user of the catalog",
      cause: """
        Users are looked up by name; of an e-mail address the part before the @ is the \
        name, in lower case.
        """,
      example: """
        owners: [jane.do]
        """,
      remedy: """
        Correct the name, or let the person sign in to the catalog once.
        """),
    DiagnosticEntry(
      .unknownTeam, .error, title: "An owner that is no team of the catalog",
      cause: """
        Teams are looked up by their exact name.
        """,
      example: """
        owners: [team:Data Sience]
        """,
      remedy: """
        Correct the name after team:, or make the team in the catalog first.
        """),
    DiagnosticEntry(
      .ownerEmailDiffers, .error, title: "A user of that name has another e-mail address",
      cause: """
        The part before the @ names a user, but the user's address is another one: \
        somebody else may be meant.
        """,
      example: """
        owners: [jane.doe@elsewhere.example]
        """,
      remedy: """
        Write the address that the catalog has, or the user's name alone.
        """),
    DiagnosticEntry(
      .teamCannotOwn, .error, title: "A team that cannot own",
      cause: """
        Only teams of type Group own things; departments and divisions hold groups.
        """,
      example: """
        owners: [team:Engineering]
        """,
      remedy: """
        Name a group inside it.
        """),
    DiagnosticEntry(
      .ownersExcludeEachOther, .error, title: "Owners that the catalog does not take together",
      cause: """
        A model is owned by users, or by one team. Owners that others gave it in the \
        catalog count as well.
        """,
      example: """
        owners: [team:Data Science, jane.doe]
        """,
      remedy: """
        Keep one team or the users; remove the other owners in the catalog.
        """),
    DiagnosticEntry(
      .nameNotWritable, .error, title: "A name that this server cannot store",
      cause: """
        Servers up to 1.12 refuse a quote or a line end in the name of a service, a model \
        or a feature.
        """,
      example: """
        name: the 'best' model, in double quotes
        """,
      remedy: """
        Remove the character from the name.
        """),
    DiagnosticEntry(
      .sourceWithoutTable, .note, title: "A source without a table",
      cause: """
        The source says no dataSourceFqn, so nothing is looked up and no lineage is drawn to its \
        feature.
        """,
      example: """
        featureSources: [{name: membership}]
        """,
      remedy: """
        Add dataSourceFqn: service.database.schema.table. When there is no table, say so by \
        dataSourceFqn: ~.
        """),
  ]
}
