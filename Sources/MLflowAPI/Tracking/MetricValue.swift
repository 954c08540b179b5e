/// The last value of a metric.
public struct MetricValue: Sendable, Hashable {
  /// The name.
  public let key: String
  /// The number as it was written, or `NaN`, `Infinity`, `-Infinity`.
  public let value: String
  /// When it was logged, in milliseconds since 1970.
  public let timestamp: Int64?
  /// The step, which may exceed what a double can hold.
  public let step: Int64?

  init(_ answer: AnswerObject) throws(MLflowError) {
    key = try answer.requiredText("key")
    timestamp = try answer.integer("timestamp")
    step = try answer.integer("step")
    // The databases of MLflow keep infinity as the largest double.
    let value = try answer.numberText("value")
    self.value =
      switch Double(value) {
      case Double.greatestFiniteMagnitude: "Infinity"
      case -Double.greatestFiniteMagnitude: "-Infinity"
      default: value
      }
  }
}
