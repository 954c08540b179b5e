/// All codes, each explained; one file for each hundred.
public enum DiagnosticCatalogue {
  /// Every entry, in the order of the codes.
  public static let entries: [DiagnosticEntry] = [
    yamlText,
    lock,
    secrecy,
    manifestText,
    references,
    modelRules,
    entities,
    sourceRules,
    registeredVersions,
    merge,
    registryFacts,
    plan,
    comparison,
    catalogSecrecy,
    savedPlan,
    drift,
    history,
    openMetadata,
    registry,
    transport,
    doctor,
    configuration,
    projectConfig,
    lockFile,
    git,
    fixes,
    adoption,
    leftOut,
    selection,
  ].flatMap(\.self)

  private static let entriesByCode = Dictionary(
    entries.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })

  /// The entry of a code, or nil when there is no such code.
  public static func entry(for code: DiagnosticCode) -> DiagnosticEntry? {
    entriesByCode[code]
  }
}
