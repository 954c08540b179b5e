/// The file of a plan that a run saved or carried out.
public struct PlanReference: Sendable, Hashable {
  /// The file's path as the user gave it.
  public let path: String
  /// The digest of its content, `sha256:` and 64 hexadecimal digits.
  public let digest: String

  /// Makes a reference.
  public init(path: String, digest: String) {
    self.path = path
    self.digest = digest
  }
}
