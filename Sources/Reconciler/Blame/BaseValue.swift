import JSONDocuments

/// What we last made of a field.
enum BaseValue: Sendable, Equatable {
  /// We never did anything to it, or nobody can tell.
  case none
  /// We gave it this value, or nil to have none.
  case ours(JSON?)
}
