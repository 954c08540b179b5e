/// Why a registry that answered has no version for a reference.
public struct RegistryRefusal: Sendable, Equatable {
  /// The key of the manifest whose value is at fault.
  public enum Subject: String, Sendable, Hashable, CaseIterable {
    case model, version, alias, stage, label, workspace, registry, resourceGroup, subscription
  }

  /// What is at fault.
  public var subject: Subject
  /// What is wrong, in a sentence without its full stop: ``there is no version `9` of `revenue` ``.
  public var message: String
  /// What to do about it, such as the names that there are; nil when nothing is known.
  public var hint: String?

  /// Makes a refusal.
  public init(_ subject: Subject, _ message: String, hint: String? = nil) {
    self.subject = subject
    self.message = message
    self.hint = hint
  }
}
