/// The path of a file as platforms know it.
public struct RepositoryPath: Sendable, Hashable {
  /// Relative to the repository's root, without `.` and `..`; absolute outside of it.
  public let text: String
  /// Whether the file lies in the repository.
  public let isInside: Bool
}
