import Diagnostics

/// The codes of findings that manifests and the project config have in common.
struct FindingCodes: Sendable {
  let unknownKey: DiagnosticCode
  let keyIsNoText: DiagnosticCode
  let missingKey: DiagnosticCode
  let emptyKey: DiagnosticCode
  let wrongKind: DiagnosticCode
  let unknownChoice: DiagnosticCode
  let invalidName: DiagnosticCode
  let invalidFieldPath: DiagnosticCode
  let conflictingKeys: DiagnosticCode
  let invalidTag: DiagnosticCode
  let invalidURL: DiagnosticCode
  let invalidFullName: DiagnosticCode
  let invalidRegistration: DiagnosticCode

  static let manifest = FindingCodes(
    unknownKey: .unknownKey, keyIsNoText: .keyIsNoText,
    missingKey: .missingKey, emptyKey: .emptyKey, wrongKind: .wrongKind,
    unknownChoice: .unknownChoice, invalidName: .invalidName,
    invalidFieldPath: .invalidFieldPath, conflictingKeys: .conflictingKeys,
    invalidTag: .invalidTag, invalidURL: .invalidURL, invalidFullName: .invalidFullName,
    invalidRegistration: .invalidRegistration)

  static let projectConfig = FindingCodes(
    unknownKey: .configUnknownKey,
    keyIsNoText: .configInvalidValue, missingKey: .configInvalidValue,
    emptyKey: .configInvalidValue, wrongKind: .configInvalidValue,
    unknownChoice: .configInvalidValue, invalidName: .configInvalidValue,
    invalidFieldPath: .configInvalidFieldPath, conflictingKeys: .configInvalidValue,
    invalidTag: .configInvalidValue, invalidURL: .configInvalidValue,
    invalidFullName: .configInvalidValue, invalidRegistration: .configInvalidValue)
}
