import FullyQualifiedNames

/// Where the release lines differ in behaviour.
extension ServerLine {
  /// How names are quoted in fully qualified names.
  var quoting: NameQuoting { self >= ServerLine(1, 13) ? .doublesQuotes : .rejectsQuotes }

  /// Whether names may not hold `>`, `"` or control characters.
  var hasStrictNames: Bool { self >= ServerLine(2, 0) }

  /// Whether answers carry an `ETag` and PATCH honours `If-Match`.
  var hasEntityTags: Bool { self >= ServerLine(1, 9) }

  /// Whether the `ETag` is a hash of the content, which no PATCH ever matches.
  var hashesContentInEntityTags: Bool { self >= ServerLine(2, 0) }

  /// Whether the operations of a patch are re-ordered by the digits in their paths.
  var sortsPatchOperations: Bool { self < ServerLine(1, 7) }

  /// Whether tags and descriptions of features are paired by the feature's name.
  var reconcilesFeatures: Bool { self >= ServerLine(2, 0) }

  /// Whether a change says for each field who made it and by what means.
  var hasChangeSummary: Bool { self >= ServerLine(1, 7) }

  /// Whether a bot's PUT leaves what its policy denies, and `overrideMetadata` exists.
  var guardsFieldsFromBots: Bool { self >= ServerLine(2, 0) }

  /// Whether a bulk PUT skips entities that come with the `sourceHash` that they have.
  ///
  /// The ingestion client 2.0 relies on it (`topology_runner.py`); older ones compare themselves.
  var skipsSameSourceInBulk: Bool { self >= ServerLine(2, 0) }

  /// How the columns of a lineage edge are checked.
  var columnLineageCheck: ColumnLineageCheck {
    if self >= ServerLine(1, 13) { return .drops }
    return self >= ServerLine(1, 8) ? .acceptsBareNames : .exact
  }

  /// Whether an edge tells who drew it and when.
  var datesLineage: Bool { self >= ServerLine(1, 7) }

  /// The kinds of operations that changing labels falls into.
  var splitsTagOperations: Bool { self >= ServerLine(1, 6) }
}
