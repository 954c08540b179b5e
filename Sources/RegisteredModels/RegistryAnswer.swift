/// What a registry says about a reference.
public enum RegistryAnswer: Sendable, Equatable {
  /// The version that the reference means.
  case version(RegisteredVersion)
  /// The registry answered, and there is no such thing: the manifest is at fault.
  case refused(RegistryRefusal)
  /// The registry did not answer as it should.
  case failed(RegistryFailure)
}
