/// Something that a lock says otherwise than catalog and registries do now.
public struct LockDifference: Sendable, Equatable {
  /// What became of the thing.
  public enum Change: Sendable, Equatable {
    /// The lock does not hold it.
    case added
    /// No manifest names it any more.
    case removed
    /// It is otherwise than the lock says, each difference in words.
    case changed([String])
  }

  /// What kind of thing it is, such as `table`.
  public let kind: String
  /// What it is, such as ``the table `demo_pg.postgres.public.orders` ``.
  public let subject: String
  /// What became of it.
  public let change: Change
  /// The way to it in the lock.
  let pointer: [String]
  /// Whether it changes what an offline check, or a publication, comes to.
  let isTelling: Bool
}
