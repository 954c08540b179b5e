/// One column of a signature.
public struct SignatureColumn: Sendable, Hashable {
  /// What a column holds; MLflow's `DataType`, and the shapes around it.
  public enum ValueType: Sendable, Hashable {
    case boolean, integer, long, float, double, string, binary, datetime
    case array, object, map, any
    /// A tensor of a NumPy type, such as `float32`.
    case tensor(String)
    /// A type that is not known, as the registry writes it.
    case other(String)
  }

  /// The column's name; nil when it has none.
  public var name: String?
  /// What it holds.
  public var type: ValueType
  /// Whether it must be there.
  public var isRequired: Bool

  /// Makes a column.
  public init(name: String?, type: ValueType, isRequired: Bool = true) {
    self.name = name
    self.type = type
    self.isRequired = isRequired
  }
}
