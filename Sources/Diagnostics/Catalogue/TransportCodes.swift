extension DiagnosticCatalogue {
  /// MLC7xx: transport and credentials.
  static let transport: [DiagnosticEntry] = []
}
