extension DiagnosticCatalogue {
  /// MLC2xx: manifest and references.
  static let manifest: [DiagnosticEntry] = []
}
