/// A run with what it logged.
public struct Run: Sendable, Hashable {
  /// How a run ended.
  public enum Status: Sendable, Hashable {
    case running, scheduled, finished, failed, killed
    /// A status that is not known here, as the server writes it.
    case other(String)
  }

  /// The identifier.
  public let id: String
  /// The name that people see.
  public let name: String?
  /// The experiment that it belongs to.
  public let experimentID: String?
  /// How it ended.
  public let status: Status
  /// Whether it, or its experiment, was deleted; its record is still there.
  public let isDeleted: Bool
  /// Who ran it.
  public let user: String?
  /// When it began, in milliseconds since 1970.
  public let startTime: Int64?
  /// When it ended, in milliseconds since 1970.
  public let endTime: Int64?
  /// Where it keeps what it made.
  public let artifactURI: String?
  /// The parameters.
  public let params: [String: String]
  /// The last value of each metric.
  public let metrics: [MetricValue]
  /// The tags.
  public let tags: [String: String]
  /// The datasets that it read.
  public let datasets: [RunDataset]

  init(_ answer: AnswerObject) throws(MLflowError) {
    let info = try answer.requiredObject("info")
    // Old servers write `run_uuid` alone.
    if let id = try info.text("run_id") {
      self.id = id
    } else {
      id = try info.requiredText("run_uuid")
    }
    name = try info.text("run_name")
    experimentID = try info.text("experiment_id")
    status =
      switch try info.text("status") {
      case nil, "RUNNING": .running
      case "SCHEDULED": .scheduled
      case "FINISHED": .finished
      case "FAILED": .failed
      case "KILLED": .killed
      case .some(let other): .other(other)
      }
    isDeleted = try info.text("lifecycle_stage") == "deleted"
    user = try info.text("user_id")
    startTime = try info.integer("start_time")
    endTime = try info.integer("end_time")
    artifactURI = try info.text("artifact_uri")
    let data = try answer.object("data")
    params = try data?.pairs("params") ?? [:]
    metrics = try data?.list("metrics", of: MetricValue.init) ?? []
    tags = try data?.pairs("tags") ?? [:]
    let inputs = try answer.object("inputs")
    datasets = try inputs?.list("dataset_inputs", of: RunDataset.init) ?? []
  }
}
