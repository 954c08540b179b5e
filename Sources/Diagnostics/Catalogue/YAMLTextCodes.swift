extension DiagnosticCode {
  /// The text is not well-formed YAML.
  public static let yamlSyntax = DiagnosticCode(rawValue: "MLC101")
  /// The file is not UTF-8.
  public static let notUTF8 = DiagnosticCode(rawValue: "MLC102")
  /// The text contains a NUL or another control character.
  public static let controlCharacter = DiagnosticCode(rawValue: "MLC103")
  /// The file is larger than 4 MiB.
  public static let fileTooLarge = DiagnosticCode(rawValue: "MLC104")
  /// A key is written twice in one mapping.
  public static let duplicateKey = DiagnosticCode(rawValue: "MLC105")
  /// An alias has no anchor before it.
  public static let undefinedAlias = DiagnosticCode(rawValue: "MLC106")
  /// An alias stands inside the value that it repeats.
  public static let recursiveAlias = DiagnosticCode(rawValue: "MLC107")
  /// Aliases repeat too many values.
  public static let aliasExpansion = DiagnosticCode(rawValue: "MLC108")
  /// Too many collections are open.
  public static let tooDeep = DiagnosticCode(rawValue: "MLC109")
  /// A merge key is given something that is no mapping.
  public static let mergeOfNoMapping = DiagnosticCode(rawValue: "MLC110")
  /// A tag means nothing here.
  public static let unknownTag = DiagnosticCode(rawValue: "MLC111")
}

extension DiagnosticCatalogue {
  /// MLC1xx: the text is no YAML.
  static let yamlText: [DiagnosticEntry] = [
    DiagnosticEntry(
      .yamlSyntax, .error, title: "The text is not well-formed YAML",
      cause: "The YAML parser could not go on at this place.",
      example: """
        description: "no closing quote
        """,
      remedy: "Correct the text at the place shown; quotes and indentation are the usual causes."),
    DiagnosticEntry(
      .notUTF8, .error, title: "The file is not UTF-8",
      cause: """
        Manifests are read as UTF-8, with or without a byte order mark. The file is in another \
        encoding (UTF-16, Latin-1), or bytes in it are damaged.
        """,
      example: """
        A file saved as "Unicode" (UTF-16) by an editor on Windows.
        """,
      remedy: "Save the file as UTF-8: `iconv -f UTF-16 -t UTF-8 old.yaml > new.yaml`."),
    DiagnosticEntry(
      .controlCharacter, .error, title: "A control character in the text",
      cause: """
        YAML allows only printable characters, tabs and line ends; NUL is refused as an escape in \
        double quotes too, because no catalog can store it.
        """,
      example: """
        name: "churn\\0"
        """,
      remedy: "Remove the character at the place shown."),
    DiagnosticEntry(
      .fileTooLarge, .error, title: "The file is larger than 4 MiB",
      cause: "Files over 4 MiB are not read, so that a wrong path cannot exhaust memory.",
      example: """
        mlcatalog publish training-data.yaml
        """,
      remedy: "Name the manifest; split a file that describes very many models."),
    DiagnosticEntry(
      .duplicateKey, .error, title: "A key is written twice",
      cause: """
        YAML forbids two equal keys in one mapping. Many parsers silently take the last one, so \
        one of the two values would be lost unnoticed.
        """,
      example: """
        name: churn
        name: revenue
        """,
      remedy: "Keep one of the two. A key that comes by `<<` may be written again; it is replaced."),
    DiagnosticEntry(
      .undefinedAlias, .error, title: "An alias without an anchor",
      cause: """
        `*name` repeats the value marked `&name`, which must stand before it in the same document.
        """,
      example: """
        dataSourceFqn: *orders
        """,
      remedy: "Add the anchor, correct the name, or put text that begins with `*` in quotes."),
    DiagnosticEntry(
      .recursiveAlias, .error, title: "An alias inside its own value",
      cause: "The value would contain itself without end.",
      example: """
        x-defaults: &defaults
          again: *defaults
        """,
      remedy: "Write the value out, or move the anchor to the part that is to be repeated."),
    DiagnosticEntry(
      .aliasExpansion, .error, title: "Aliases repeat too many values",
      cause: """
        Aliases of lists of aliases multiply; a few lines can stand for billions of values. At \
        most 100,000 values may come from the aliases of one document.
        """,
      example: """
        a: &a [1, 1, 1, 1, 1, 1, 1, 1, 1, 1]
        b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a, *a]
        c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b, *b]
        d: &d [*c, *c, *c, *c, *c, *c, *c, *c, *c, *c]
        e: &e [*d, *d, *d, *d, *d, *d, *d, *d, *d, *d]
        f: [*e, *e, *e, *e, *e, *e, *e, *e, *e, *e]
        """,
      remedy: "Write out what is needed."),
    DiagnosticEntry(
      .tooDeep, .error, title: "More than 64 open collections",
      cause: "Lists and mappings inside each other are read down to the 64th level.",
      example: """
        x: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[ …
        """,
      remedy: "Close the brackets; a manifest needs five or six levels."),
    DiagnosticEntry(
      .mergeOfNoMapping, .error, title: "A merge key without a mapping",
      cause: "`<<` takes a mapping, or a list of mappings, usually as aliases.",
      example: """
        <<: defaults
        """,
      remedy: "Write `<<: *defaults`, where `&defaults` marks a mapping."),
    DiagnosticEntry(
      .unknownTag, .error, title: "A tag that means nothing here",
      cause: """
        Values are text, lists and mappings. Tags of YAML itself (`!!str`, `!!int`, …) are \
        accepted where they fit; others ask for something that only the program that wrote them \
        knows.
        """,
      example: """
        storage: !env MODEL_PATH
        """,
      remedy: "Remove the tag; put text that begins with `!` in quotes."),
  ]
}
