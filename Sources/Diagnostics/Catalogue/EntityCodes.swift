extension DiagnosticCode {
  /// Nothing of the kind has the name.
  public static let entityNotFound = DiagnosticCode(rawValue: "MLC280")
  /// What is named is soft-deleted.
  public static let entityDeleted = DiagnosticCode(rawValue: "MLC281")
  /// What is named may not be seen.
  public static let entityForbidden = DiagnosticCode(rawValue: "MLC282")
  /// Several domains, and the server keeps one.
  public static let severalDomains = DiagnosticCode(rawValue: "MLC283")
  /// A data product, and no domain.
  public static let dataProductWithoutDomain = DiagnosticCode(rawValue: "MLC284")
  /// No custom property has the name.
  public static let unknownCustomProperty = DiagnosticCode(rawValue: "MLC285")
  /// A value does not fit the type of its custom property.
  public static let customPropertyMismatch = DiagnosticCode(rawValue: "MLC286")
  /// The custom properties may not be seen.
  public static let customPropertiesForbidden = DiagnosticCode(rawValue: "MLC287")
  /// A glossary term is a draft, or was withdrawn.
  public static let termNotApproved = DiagnosticCode(rawValue: "MLC288")
}

extension DiagnosticCatalogue {
  /// MLC280 to MLC288: glossary terms, domains, data products, dashboards, custom properties.
  static let entities: [DiagnosticEntry] = [
    DiagnosticEntry(
      .entityNotFound, .error, title: "A name that leads to nothing in the catalog",
      cause: """
        No glossary term, domain, data product or dashboard has this fully qualified name: it is \
        misspelt, was renamed, or the token's user may not know that it exists.
        """,
      example: """
        glossaryTerms: [Business.Revenu]
        """,
      remedy: """
        Copy the fully qualified name from the page of the thing in the catalog, or make it there \
        first.
        """),
    DiagnosticEntry(
      .entityDeleted, .error, title: "Something that was deleted in the catalog",
      cause: "The thing is still known, but marked as deleted.",
      example: """
        dashboard: superset.old_revenue
        """,
      remedy: "Name what took its place, or restore it in the catalog."),
    DiagnosticEntry(
      .entityForbidden, .error, title: "Something that the token may not see",
      cause: "The thing may exist, but the server refuses to show it to the token's user.",
      example: """
        domains: [Payroll]
        """,
      remedy: "Let an administrator give the publisher's bot the right to view it."),
    DiagnosticEntry(
      .severalDomains, .error, title: "Several domains on a server that keeps one",
      cause: "Before version 1.9 a model belongs to one domain at most.",
      example: """
        domains: [Finance, Logistics]
        """,
      remedy: "Keep one domain, or upgrade the server."),
    DiagnosticEntry(
      .dataProductWithoutDomain, .warning, title: "A data product without a domain",
      cause: """
        A data product lies in a domain, and servers refuse it on a model that belongs to none.
        """,
      example: """
        dataProducts: [Revenue]
        """,
      remedy: "Name the domain under domains: too."),
    DiagnosticEntry(
      .unknownCustomProperty, .error, title: "A custom property that the catalog does not define",
      cause: """
        Custom properties are defined for each kind of entity by somebody who may create types; \
        the server refuses any other.
        """,
      example: """
        extension: {costCentre: 4711}
        """,
      remedy: "Correct the name, or define it: Settings, Custom Properties, ML Models."),
    DiagnosticEntry(
      .customPropertyMismatch, .error, title: "A value that does not fit its custom property",
      cause: """
        The catalog gives each custom property a type: text, a number, some words to choose from, \
        a date in a certain form, a reference to something else.
        """,
      example: """
        extension: {costCenter: about 4711}
        """,
      remedy: "Write the value as the property's type wants it."),
    DiagnosticEntry(
      .customPropertiesForbidden, .error,
      title: "The custom properties of the catalog may not be seen",
      cause: "Without them the values under extension: cannot be given their types.",
      example: """
        A policy that denies ViewAll on types.
        """,
      remedy: "Let an administrator give the publisher's bot the right to view types."),
    DiagnosticEntry(
      .termNotApproved, .note, title: "A glossary term that is not approved",
      cause: """
        Terms of a glossary with reviewers begin as drafts, and may be rejected or deprecated later. \
        The model is labelled all the same.
        """,
      example: """
        glossaryTerms: [Business.Churn]
        """,
      remedy: "Let a reviewer approve the term in the catalog, or name another one."),
  ]
}
