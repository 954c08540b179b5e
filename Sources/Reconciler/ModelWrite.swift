public import JSONDocuments

/// The request that brings a model to what the plan shows.
public enum ModelWrite: Sendable, Equatable {
  /// Nothing is to be written.
  case none
  /// A PUT of this `CreateMlModel` body.
  case create(JSON)
  /// A PUT that brings the soft-deleted entity with this id back, and the PATCH that changes it then;
  /// its version is that of before the restoring. What is there then is planned again, unless a saved
  /// plan says all.
  case restore(id: String, then: ModelPatch?)
  /// One PATCH of the existing entity.
  case patch(ModelPatch)
}
