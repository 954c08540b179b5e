public import JSONDocuments

/// The request that brings a model to what the plan shows.
public enum ModelWrite: Sendable, Equatable {
  /// Nothing is to be written.
  case none
  /// A PUT of this `CreateMlModel` body.
  case create(JSON)
  /// A PUT that brings the soft-deleted entity with this id back; what it is to be changed in is
  /// planned again when it is there.
  case restore(id: String)
  /// One PATCH of the existing entity.
  case patch(ModelPatch)
}
