extension DiagnosticCode {
  /// A key is not known at its place.
  public static let unknownKey = DiagnosticCode(rawValue: "MLC230")
  /// A mapping lacks a required key.
  public static let missingKey = DiagnosticCode(rawValue: "MLC232")
  /// A required key has no value.
  public static let emptyKey = DiagnosticCode(rawValue: "MLC233")
  /// A value is of another kind than its key takes.
  public static let wrongKind = DiagnosticCode(rawValue: "MLC234")
  /// A value is none of those allowed.
  public static let unknownChoice = DiagnosticCode(rawValue: "MLC235")
  /// A name is one that OpenMetadata refuses.
  public static let invalidName = DiagnosticCode(rawValue: "MLC236")
  /// A name is one that some OpenMetadata versions refuse.
  public static let discouragedName = DiagnosticCode(rawValue: "MLC237")
  /// Two entries of a list have one name.
  public static let repeatedName = DiagnosticCode(rawValue: "MLC238")
  /// Two keys exclude each other.
  public static let conflictingKeys = DiagnosticCode(rawValue: "MLC239")
  /// An owner is neither a user nor a team.
  public static let invalidOwner = DiagnosticCode(rawValue: "MLC240")
  /// An address is no absolute URL.
  public static let invalidURL = DiagnosticCode(rawValue: "MLC241")
  /// A tag is not given by its full name.
  public static let invalidTag = DiagnosticCode(rawValue: "MLC242")
  /// Entries of a list exclude each other.
  public static let contradictoryMembers = DiagnosticCode(rawValue: "MLC243")
  /// An entry of a set is written twice.
  public static let repeatedMember = DiagnosticCode(rawValue: "MLC244")
  /// A field path leads nowhere.
  public static let invalidFieldPath = DiagnosticCode(rawValue: "MLC245")
  /// `suppress` names a code that does not exist.
  public static let unknownSuppressedCode = DiagnosticCode(rawValue: "MLC246")
  /// `suppress` names a finding that cannot be silenced.
  public static let fixedCode = DiagnosticCode(rawValue: "MLC247")
  /// A suppression silences nothing.
  public static let unusedSuppression = DiagnosticCode(rawValue: "MLC248")
  /// One model is described twice.
  public static let repeatedModel = DiagnosticCode(rawValue: "MLC249")
  /// A file holds no document.
  public static let noDocument = DiagnosticCode(rawValue: "MLC250")
  /// A document's root is no mapping.
  public static let rootIsNoMapping = DiagnosticCode(rawValue: "MLC251")
  /// A key is a list or a mapping.
  public static let keyIsNoText = DiagnosticCode(rawValue: "MLC252")
  /// A fully qualified name cannot be split.
  public static let invalidTableName = DiagnosticCode(rawValue: "MLC253")
  /// A name is no full name of a glossary term, a domain, a data product or a dashboard.
  public static let invalidFullName = DiagnosticCode(rawValue: "MLC254")
  /// A registered model, a version of it or the place of its registry cannot be as written.
  public static let invalidRegistration = DiagnosticCode(rawValue: "MLC255")
}

extension DiagnosticCatalogue {
  /// MLC230 to MLC259: what is wrong with a manifest before anything is looked up.
  static let manifestText: [DiagnosticEntry] = [
    DiagnosticEntry(
      .unknownKey, .error, title: "A key that a manifest does not know",
      cause: """
        A key is no part of the manifest at this level; it is misspelt or belongs elsewhere.
        """,
      example: "descripton: Predicts revenue",
      remedy: "Correct the key. Keys of your own begin with `x-` and are free."),
    DiagnosticEntry(
      .missingKey, .error, title: "A required key is missing",
      cause: """
        The mapping lacks a key without which nothing can be published: `name` and `algorithm` \
        of a model, `name` and `dataType` of a feature, `name` of a source, `name` and `value` \
        of a hyper-parameter.
        """,
      example: """
        mlFeatures:
          - name: persona
        """,
      remedy: "Add the key."),
    DiagnosticEntry(
      .emptyKey, .error, title: "A required key has no value",
      cause: """
        `null`, `~` and nothing mean "explicitly empty", and this field cannot be empty.
        """,
      example: "name: ~",
      remedy: "Give a value. The texts `null` and `~` need quotes."),
    DiagnosticEntry(
      .wrongKind, .error, title: "A value of the wrong kind",
      cause: """
        A text, a list or a mapping is expected here, and something else is written.
        """,
      example: "tags: PII.Sensitive",
      remedy: """
        Write what the message says: a list as `[one, two]`, a text in quotes if YAML takes it \
        for something else.
        """),
    DiagnosticEntry(
      .unknownChoice, .error, title: "A value that is none of those allowed",
      cause: """
        The field takes one of a few words, exactly as OpenMetadata writes them; letter case \
        matters.
        """,
      example: """
        mlFeatures:
          - {name: persona, dataType: Categorical}
        """,
      remedy: "Use one of the words that the message lists."),
    DiagnosticEntry(
      .invalidName, .error, title: "A name that OpenMetadata refuses",
      cause: """
        Names have 1 to 256 characters and contain neither `::` nor control characters \
        (OpenMetadata, `entityName`).
        """,
      example: "name: revenue::eu",
      remedy: "Choose another name; `displayName` may hold any text."),
    DiagnosticEntry(
      .discouragedName, .warning, title: "A name that some OpenMetadata versions refuse",
      cause: """
        The characters `"`, `<`, `>` and `|` are accepted in names by some versions of \
        OpenMetadata only, and by others not in the web page.
        """,
      example: "name: revenue > 100",
      remedy: "Choose another name; `displayName` may hold any text."),
    DiagnosticEntry(
      .repeatedName, .error, title: "Two entries of one name",
      cause: """
        Features and hyper-parameters are told apart by their names, sources by table and \
        column; two alike would overwrite each other.
        """,
      example: """
        mlHyperParameters:
          - {name: eta, value: 0.1}
          - {name: eta, value: 0.2}
        """,
      remedy: "Remove or rename one of them."),
    DiagnosticEntry(
      .conflictingKeys, .error, title: "Two keys that exclude each other",
      cause: """
        `service` is the long form of `serviceName`; a model belongs to one service.
        """,
      example: """
        serviceName: CustomMLService
        service: {name: Forecasts}
        """,
      remedy: "Keep one of the two."),
    DiagnosticEntry(
      .invalidOwner, .error, title: "An owner that cannot be understood",
      cause: "An owner is a user's name, a user's e-mail address, or `team:NAME`.",
      example: "owners: [\"group:data\"]",
      remedy: "Write `jane.doe`, `jane.doe@example.com` or `team:Data Science`."),
    DiagnosticEntry(
      .invalidURL, .error, title: "An address that is no URL, or holds a password",
      cause: """
        `server` and `sourceUrl` are absolute URLs; OpenMetadata's clients cannot read a model \
        whose `server` is anything else. In no address may a password stand: everybody who reads \
        the catalog would see it.
        """,
      example: "server: models.example.com/revenue",
      remedy: """
        Write the scheme too (`https://…`), encode spaces as `%20`, and leave user name and \
        password out.
        """),
    DiagnosticEntry(
      .invalidTag, .error, title: "A tag that is no tag's full name",
      cause: """
        Tags are given by fully qualified name: the classification, a dot, the tag. A tier is \
        a tag of the classification `Tier`.
        """,
      example: "tags: [Sensitive]",
      remedy: """
        Write `PII.Sensitive`, `Tier.Tier1`; quote a part that contains a dot: `PII."a.b"`.
        """),
    DiagnosticEntry(
      .contradictoryMembers, .error, title: "Entries that exclude each other",
      cause: """
        A model has one tier, and one team or several users as owners, not both (OpenMetadata \
        refuses the rest).
        """,
      example: "owners: [jane.doe, \"team:Data Science\"]",
      remedy: "Keep one of them."),
    DiagnosticEntry(
      .repeatedMember, .warning, title: "An entry that is written twice",
      cause: "Tags and owners are sets; the second entry changes nothing.",
      example: "tags: [PII.Sensitive, PII.Sensitive]",
      remedy: "Remove the second."),
    DiagnosticEntry(
      .invalidFieldPath, .error, title: "A field path that leads nowhere",
      cause: """
        Paths in `ownership` and `suppress` name fields of the manifest, such as \
        `mlFeatures[persona].description` or `mlFeatures[*].tags`.
        """,
      example: """
        ownership:
          mlFeatures.description: catalog
        """,
      remedy: "Correct the path; an element of a list is named in brackets."),
    DiagnosticEntry(
      .unknownSuppressedCode, .error, title: "`suppress` names no code",
      cause: "Codes are `MLC` and three digits; this one is not in the list.",
      example: """
        suppress:
          - {code: MLC999, reason: a test}
        """,
      remedy: "Take the code from the finding."),
    DiagnosticEntry(
      .fixedCode, .error, title: "A finding that cannot be silenced",
      cause: """
        Without what this finding asks for there is nothing that could be published.
        """,
      example: """
        suppress:
          - {code: MLC232, reason: later}
        """,
      remedy: "Correct the manifest where the finding stands."),
    DiagnosticEntry(
      .unusedSuppression, .warning, title: "A suppression that silences nothing",
      cause: "No finding of this code was made for the model, or none at the path given.",
      example: """
        suppress:
          - {code: MLC237, reason: the name is old}
        """,
      remedy: "Remove the entry."),
    DiagnosticEntry(
      .repeatedModel, .error, title: "One model described twice",
      cause: """
        Two documents have the same service and name; what one publishes the other would take \
        back.
        """,
      example: """
        name: Revenue Predictions
        ---
        name: Revenue Predictions
        """,
      remedy: "Remove one of the documents, or rename a model."),
    DiagnosticEntry(
      .noDocument, .warning, title: "A file without a model",
      cause: "The file is empty or holds only comments.",
      example: "# to be written",
      remedy: "Describe a model, or remove the file."),
    DiagnosticEntry(
      .rootIsNoMapping, .error, title: "A document that is no mapping",
      cause: "A manifest is a mapping of keys to values.",
      example: "- name: Revenue Predictions",
      remedy: "Begin the document with `name: …`; several models are separated by `---`."),
    DiagnosticEntry(
      .keyIsNoText, .error, title: "A key that is a list or a mapping",
      cause: "YAML allows lists and mappings as keys; a manifest has no use for them.",
      example: "[name]: Revenue Predictions",
      remedy: "Write the key as text."),
    DiagnosticEntry(
      .invalidTableName, .error, title: "A fully qualified name that cannot be split",
      cause: """
        The parts of a fully qualified name are separated by dots; a part that contains a dot \
        is put in double quotes, and quotes come in pairs.
        """,
      example: """
        mlFeatures:
          - name: persona
            dataType: categorical
            featureSources:
              - {name: membership, dataSourceFqn: demo_pg.postgres."public.orders}
        """,
      remedy: "Copy the name from the table's page in the catalog."),
    DiagnosticEntry(
      .invalidFullName, .error, title: "A name that is no full name of what it shall name",
      cause: """
        Glossary terms are named as Glossary.Term, dashboards as service.dashboard, domains and \
        data products as the catalog shows them; a part that contains a dot is put in double \
        quotes.
        """,
      example: "glossaryTerms: [Revenue]",
      remedy: "Copy the fully qualified name from the page of the thing in the catalog."),
    DiagnosticEntry(
      .invalidRegistration, .error, title: "A registered model that cannot be as written",
      cause: """
        The registry could not have a model, a version, an alias or a subscription of that name: \
        MLflow counts versions from 1, aliases are single words, `latest` is a version of MLflow \
        and a label of Azure ML.
        """,
      example: "registry: {mlflow: {model: revenue, version: newest}}",
      remedy: "Write the name as the registry's page of the version shows it."),
  ]
}
