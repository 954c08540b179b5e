/// The run (MLflow) or job (Azure ML) that made a version.
public struct RegistryRun: Sendable, Equatable {
  /// How it ended.
  public enum Status: Sendable, Hashable {
    case running, finished, failed, killed
    /// A status that is not known, as the registry writes it.
    case other(String)
  }

  /// The run's id, or the job's name.
  public var id: String
  /// The name that people see; nil when it has none.
  public var name: String?
  /// How it ended.
  public var status: Status
  /// Whether it was deleted and only its record is left.
  public var isDeleted: Bool
  /// The page of the run; nil when none is known.
  public var url: String?
  /// Who ran it, as the registry writes it: often a login, not a directory identity.
  public var user: String?
  /// When it began, in milliseconds since 1970.
  public var startedAt: Int64?
  /// When it ended, in milliseconds since 1970.
  public var endedAt: Int64?
  /// The place of the run, as origins write it: `mlflow:runs:/ID`.
  public var origin: String

  /// Makes a run of which only its id and its end are known.
  public init(id: String, status: Status, isDeleted: Bool = false, origin: String) {
    self.id = id
    self.status = status
    self.isDeleted = isDeleted
    self.origin = origin
  }
}
