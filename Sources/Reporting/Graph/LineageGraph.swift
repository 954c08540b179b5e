/// Which columns of which tables the features of models are made from.
///
/// Tables and their columns are in the order in which models first name them, models and features
/// in that of their manifests: the same files always give the same graph.
public struct LineageGraph: Sendable, Equatable {
  /// Who vouches for the names of tables and columns.
  public enum Names: Sendable, Hashable {
    /// They are as manifests write them, and nobody was asked.
    case asWritten
    /// The catalog has them.
    case resolved
  }

  /// A table.
  public struct Table: Sendable, Equatable {
    /// The fully qualified name; nil for the columns of which no table is named.
    public var name: String?
    /// The names of the columns that features are made from; nested ones are written with dots.
    public var columns: [String] = []

    /// The name for people, which says so when there is none.
    var title: String { name ?? "(no table named)" }
  }

  /// A feature of a model.
  public struct Feature: Sendable, Equatable {
    /// The name, unique in its model.
    public var name: String
    /// The type; empty when it is not known.
    public var dataType = ""
  }

  /// A model.
  public struct Model: Sendable, Equatable {
    /// The fully qualified name.
    public var name: String
    /// The features that are known.
    public var features: [Feature] = []
    /// Whether a registry that was not asked gives the features.
    public var leavesFeaturesToRegistry = false
  }

  /// A way from a table to a model; without column and feature it is known for the whole of both.
  public struct Edge: Sendable, Hashable {
    /// The index of the table.
    public var table: Int
    /// The index of the column in its table.
    public var column: Int?
    /// The index of the model.
    public var model: Int
    /// The index of the feature in its model.
    public var feature: Int?
  }

  /// Who vouches for the names.
  public let names: Names
  /// The tables.
  public internal(set) var tables: [Table] = []
  /// The models.
  public internal(set) var models: [Model] = []
  /// The edges, by model and feature, each once.
  public internal(set) var edges: [Edge] = []

  init(_ names: Names) {
    self.names = names
  }
}
