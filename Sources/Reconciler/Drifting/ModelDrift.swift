public import Diagnostics
public import JSONDocuments

/// What comparing one model came to.
public struct ModelDrift: Sendable, Equatable {
  /// What drifted: fields, then tables, the registry, and lineage.
  public var drifts: [Drift] = []
  /// What kept some of it from being compared.
  public var findings: [Diagnostic] = []
  /// Whether the catalog has the model, and showed it.
  public var isCompared = false
  /// The model's version now; nil when the catalog does not show the model.
  public var version: JSONNumber?
  /// How the references to tables came out.
  public var references = ReferenceCounts()
  /// Whether nobody knows which registered version was published.
  public var isRegistrationUnknown = false

  /// Nothing was compared yet.
  public init() {}
}
