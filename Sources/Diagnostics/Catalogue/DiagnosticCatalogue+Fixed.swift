extension DiagnosticCatalogue {
  /// Whether neither `severity:` nor `suppress:` may change a code.
  ///
  /// These findings say that there is nothing to publish: the text or the manifest cannot be
  /// understood, the server cannot be reached, the configuration is wrong.
  public static func isFixed(_ code: DiagnosticCode) -> Bool {
    let isOfFixedHundred = ["MLC1", "MLC7", "MLC8"].contains { code.rawValue.hasPrefix($0) }
    return isOfFixedHundred && code != .unmatchedPattern || fixedManifestCodes.contains(code)
  }

  private static let fixedManifestCodes: Set<DiagnosticCode> = [
    .missingKey, .emptyKey, .wrongKind, .unknownChoice, .invalidName, .repeatedName,
    .conflictingKeys, .invalidOwner, .invalidURL, .invalidTag, .contradictoryMembers,
    .invalidFieldPath, .unknownSuppressedCode, .fixedCode, .repeatedModel, .rootIsNoMapping,
    .keyIsNoText, .invalidTableName, .invalidFullName,
    .invalidRegistration,
  ]
}
