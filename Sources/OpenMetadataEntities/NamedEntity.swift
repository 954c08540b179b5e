/// A thing of the catalog that somebody refers to by name.
public struct NamedEntity: Sendable, Hashable {
  /// OpenMetadata's type of an entity, as an `EntityReference` has it.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    case chart
    case container
    case dashboard
    case dataProduct
    case database
    case databaseSchema
    case domain
    case glossary
    case glossaryTerm
    case metric
    case mlmodel
    case pipeline
    case query
    case storedProcedure
    case table
    case tag
    case team
    case topic
    case user

    /// The kind in words.
    public var words: String {
      switch self {
      case .dataProduct: "data product"
      case .databaseSchema: "database schema"
      case .glossaryTerm: "glossary term"
      case .mlmodel: "ML model"
      case .storedProcedure: "stored procedure"
      default: rawValue
      }
    }

    /// Whether such things are looked up by their plain names, without quotes.
    public var isPerson: Bool { self == .user || self == .team }
  }

  /// What it is.
  public var kind: Kind
  /// Its fully qualified name as the server writes it.
  public var fullyQualifiedName: String

  /// Makes a name.
  public init(_ kind: Kind, _ fullyQualifiedName: String) {
    self.kind = kind
    self.fullyQualifiedName = fullyQualifiedName
  }
}
