/// How far a run about several models is.
public struct RunProgress: Sendable, Hashable {
  /// What is being done with each model.
  public enum Step: Sendable, Hashable {
    case reading
    case writing
  }

  /// What is being done.
  public let step: Step
  /// With how many models it is done.
  public let done: Int
  /// With how many it is to be done.
  public let total: Int
  /// The model with which it was done last.
  public let model: String

  /// Takes how far a run is.
  public init(_ step: Step, done: Int, of total: Int, model: String) {
    self.step = step
    self.done = done
    self.total = total
    self.model = model
  }
}
