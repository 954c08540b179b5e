public import JSONDocuments

/// The request that brings a model to what the plan shows.
public enum ModelWrite: Sendable, Equatable {
  /// Nothing is to be written.
  case none
  /// A PUT of this `CreateMlModel` body.
  case create(JSON)
  /// One PATCH of the existing entity.
  case patch(ModelPatch)
}
