extension DiagnosticCatalogue {
  /// MLC4xx: plan, ownership, lineage.
  static let plan: [DiagnosticEntry] = []
}
