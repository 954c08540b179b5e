extension DiagnosticCatalogue {
  /// MLC8xx: configuration.
  static let configuration: [DiagnosticEntry] = []
}
