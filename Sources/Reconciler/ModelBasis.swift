import Digests
public import JSONDocuments
public import OpenMetadataEntities

/// The state of a model and its edges that a plan was made on: a plan that was saved holds only as
/// long as the catalog shows it.
public struct ModelBasis: Sendable, Equatable {
  /// An edge into the model.
  public struct Edge: Sendable, Equatable {
    /// Where it comes from.
    public var from: EntityReference
    /// The digest of its `lineageDetails`.
    public var digest: String

    /// Makes the record of an edge.
    public init(from: EntityReference, digest: String) {
      self.from = from
      self.digest = digest
    }

    init(_ edge: LineageEdge) {
      from = edge.fromEntity
      // Members in any order are the same details.
      let details = edge.details ?? .null
      digest = "sha256:" + SHA256.hexadecimal(of: details.text(.readable))
    }
  }

  /// The model's id.
  public var id: String
  /// The version with its lexeme.
  public var version: JSONNumber
  /// When it was last changed, in milliseconds since 1970, with its lexeme.
  public var updatedAt: JSONNumber
  /// Whether it was soft-deleted.
  public var isDeleted: Bool
  /// The edges into it by their sources' ids; those of a deleted model show only when it is back.
  public var edges: [Edge]

  /// Makes a basis.
  public init(
    id: String, version: JSONNumber, updatedAt: JSONNumber, isDeleted: Bool, edges: [Edge]
  ) {
    self.id = id
    self.version = version
    self.updatedAt = updatedAt
    self.isDeleted = isDeleted
    self.edges = edges
  }

  /// The state of a model as it was read.
  public init(_ model: MlModel, edges: [LineageEdge]) {
    self.init(
      id: model.id, version: model.version, updatedAt: model.updatedAt,
      isDeleted: model.isDeleted,
      edges: edges.map { Edge($0) }.sorted { $0.from.id < $1.from.id })
  }

  /// Whether the model itself is as it was.
  func isHeld(by model: MlModel) -> Bool {
    id == model.id && version == model.version && updatedAt == model.updatedAt
      && isDeleted == model.isDeleted
  }
}
