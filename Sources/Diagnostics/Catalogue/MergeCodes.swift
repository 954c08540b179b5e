extension DiagnosticCatalogue {
  /// MLC3xx: merge with the registry.
  static let merge: [DiagnosticEntry] = []
}
