/// One thing of the catalog that some models of a run need and others do not.
public enum CatalogThing: Sendable, Hashable {
  case table(String)
  case model(String)
  case user(String)
  case team(String)
  case tag(String)
  case entity(NamedEntity)
  /// The lineage of a model.
  case edges(String)
  /// The versions of a model.
  case history(String)
}

extension CatalogThing: CustomStringConvertible {
  /// As messages name it.
  public var description: String {
    switch self {
    case .table(let name): "the table `\(name)`"
    case .model(let name): "the model `\(name)`"
    case .user(let name): "the user `\(name)`"
    case .team(let name): "the team `\(name)`"
    case .tag(let name): "the tag `\(name)`"
    case .entity(let entity): "the \(entity.kind.words) `\(entity.fullyQualifiedName)`"
    case .edges(let name): "the lineage of `\(name)`"
    case .history(let name): "the versions of `\(name)`"
    }
  }
}
