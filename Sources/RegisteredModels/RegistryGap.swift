/// Something that a registry could have said about a version and did not.
public struct RegistryGap: Sendable, Hashable {
  /// What is missing.
  public enum Subject: Sendable, Hashable {
    case run, signature, storage, deployments, trainingData
  }

  /// What is missing.
  public var subject: Subject
  /// Why, in a sentence without its full stop.
  public var message: String

  /// Makes a gap.
  public init(_ subject: Subject, _ message: String) {
    self.subject = subject
    self.message = message
  }
}
