/// Whether a version can be used.
public enum RegistrationStatus: Sendable, Hashable {
  /// It can.
  case ready
  /// Its registration or provisioning is not finished.
  case pending
  /// Its registration or provisioning failed, with the registry's message if it gives one.
  case failed(String?)
  /// It was taken away, or the registry is taking it away.
  case deleted
}
