extension DiagnosticCode {
  /// A folder in which manifests may lie cannot be searched.
  public static let unreadableFolder = DiagnosticCode(rawValue: "MLC857")
  /// A pull request takes something out of a file that the catalog keeps.
  public static let leftInCatalog = DiagnosticCode(rawValue: "MLC858")
}

extension DiagnosticCatalogue {
  /// MLC857 to MLC859: what is not looked at, and what is not taken away.
  static let leftOut: [DiagnosticEntry] = [
    DiagnosticEntry(
      .unreadableFolder, .warning, title: "A folder that was not searched",
      cause: """
        Manifests are looked for in folders, and one of these may not be read by the user that runs \
        the publisher. What lies in it is neither checked nor published.
        """,
      example: """
        drwx------ root models/secret
        """,
      remedy: """
        Give the user the right to read the folder, or let no pattern under manifests: lead there.
        """),
    DiagnosticEntry(
      .leftInCatalog, .note, title: "The catalog keeps what a pull request takes out of a file",
      cause: """
        What a manifest no longer gives is taken out of the catalog only when the value there is \
        what this publisher published: what somebody else put there, or changed since, is theirs. \
        A check with --against knows that the file gave it, as one that was pulled and never \
        published does; a check without, and publishing, cannot tell it from what no file ever gave.
        """,
      example: """
        A feature that was pulled with `mlcatalog pull`, and is then removed from the file.
        """,
      remedy: """
        Remove it in the catalog too. A single field also goes by an explicit null in the file, the \
        last entries of a list by an empty list, and members of a set by ownership: manifest.
        """),
  ]
}
