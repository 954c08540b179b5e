import Diagnostics

/// The codes of findings that manifests and the project config have in common.
struct FindingCodes: Sendable {
  let unknownKey: DiagnosticCode
  let unsupportedKey: DiagnosticCode
  let keyIsNoText: DiagnosticCode
  let missingKey: DiagnosticCode
  let emptyKey: DiagnosticCode
  let wrongKind: DiagnosticCode
  let unknownChoice: DiagnosticCode
  let invalidName: DiagnosticCode
  let invalidFieldPath: DiagnosticCode
  let conflictingKeys: DiagnosticCode

  static let manifest = FindingCodes(
    unknownKey: .unknownKey, unsupportedKey: .unsupportedKey, keyIsNoText: .keyIsNoText,
    missingKey: .missingKey, emptyKey: .emptyKey, wrongKind: .wrongKind,
    unknownChoice: .unknownChoice, invalidName: .invalidName,
    invalidFieldPath: .invalidFieldPath, conflictingKeys: .conflictingKeys)

  static let projectConfig = FindingCodes(
    unknownKey: .configUnknownKey, unsupportedKey: .configUnsupportedKey,
    keyIsNoText: .configInvalidValue, missingKey: .configInvalidValue,
    emptyKey: .configInvalidValue, wrongKind: .configInvalidValue,
    unknownChoice: .configInvalidValue, invalidName: .configInvalidValue,
    invalidFieldPath: .configInvalidFieldPath, conflictingKeys: .configInvalidValue)
}
