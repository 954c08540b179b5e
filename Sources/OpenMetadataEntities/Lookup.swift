/// What asking for one entity by name came to.
public enum Lookup<Entity: Sendable>: Sendable {
  /// It is there.
  case found(Entity)
  /// It is there, soft-deleted.
  case deleted(Entity)
  /// There is none, as far as the caller may see.
  case notFound
  /// The caller may not see it; the text is the server's.
  case forbidden(String)

  /// The entity when it is there and not deleted.
  public var entity: Entity? {
    if case .found(let entity) = self { entity } else { nil }
  }

  /// The entity when it is there, deleted or not.
  public var known: Entity? {
    switch self {
    case .found(let entity), .deleted(let entity): entity
    case .notFound, .forbidden: nil
    }
  }
}

extension Lookup: Equatable where Entity: Equatable {}
