/// Whether a run writes.
public enum RunMode: String, Sendable, Hashable {
  /// Plan only.
  case check
  /// Plan, write, and read back.
  case publish
  /// Check the files by the lock, without any catalog.
  case offline
  /// Compare what was published with what is there now, and write nothing.
  case drift
  /// Examine the way to the catalog, and what publishing needs there.
  case doctor
}
