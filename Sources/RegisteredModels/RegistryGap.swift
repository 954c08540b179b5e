/// Something that a registry could have said about a version and did not.
public struct RegistryGap: Sendable, Hashable {
  /// What is missing.
  public enum Subject: String, Sendable, Hashable, CaseIterable {
    case run, signature, storage, deployments, trainingData
  }

  /// What is missing.
  public var subject: Subject
  /// Why, in a sentence without its full stop.
  public var message: String
  /// Whether the registry has it, as far as it says, and does not let us read it.
  public var isForbidden: Bool

  /// Makes a gap.
  public init(_ subject: Subject, _ message: String, isForbidden: Bool = false) {
    self.subject = subject
    self.message = message
    self.isForbidden = isForbidden
  }
}
