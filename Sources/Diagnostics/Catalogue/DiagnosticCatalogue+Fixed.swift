extension DiagnosticCatalogue {
  /// Whether neither `severity:` nor `suppress:` may change a code.
  ///
  /// These findings say that there is nothing to publish: the text or the manifest cannot be
  /// understood, a server cannot be reached, the configuration is wrong; or that somebody who runs
  /// the program does not let a model through.
  public static func isFixed(_ code: DiagnosticCode) -> Bool {
    let isOfFixedHundred = ["MLC1", "MLC7", "MLC8"].contains { code.rawValue.hasPrefix($0) }
    return isOfFixedHundred && code != .unmatchedPattern || fixedManifestCodes.contains(code)
      || fixedRegistryCodes.contains(code) || savedPlanCodes.contains(code)
  }

  /// Whether, besides, `--require-alias` or `--require-stage` keeps a file from changing a code.
  ///
  /// Who gives these options lets through what was promoted; whether that is another version than
  /// expected, or one that is not ready, is not for the file to silence then.
  public static func isFixedByGate(_ code: DiagnosticCode) -> Bool {
    [.registeredVersionDiffers, .registeredVersionNotReady].contains(code)
  }

  private static let fixedRegistryCodes: Set<DiagnosticCode> = [
    .registeredModelNotFound, .registryUnreachable, .registryBusy, .registryNotPermitted,
    .registryMisconfigured, .registeredVersionDeleted, .requiredAliasMissing,
    .requiredStageMissing, .algorithmUnknown,
  ]

  private static let fixedManifestCodes: Set<DiagnosticCode> = [
    .missingKey, .emptyKey, .wrongKind, .unknownChoice, .invalidName, .repeatedName,
    .conflictingKeys, .invalidOwner, .invalidURL, .invalidTag, .contradictoryMembers,
    .invalidFieldPath, .unknownSuppressedCode, .fixedCode, .repeatedModel, .rootIsNoMapping,
    .keyIsNoText, .invalidTableName, .invalidFullName,
    .invalidRegistration, .noLock, .referenceNotLocked, .registrationNotLocked, .lockDiffers,
  ]
}
