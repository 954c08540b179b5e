extension DiagnosticCatalogue {
  /// MLC5xx: OpenMetadata.
  static let openMetadata: [DiagnosticEntry] = []
}
