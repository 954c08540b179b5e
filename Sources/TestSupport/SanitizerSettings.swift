import FoundationEssentials

/// What the sanitizers of this process were told, for the programs that tests start.
///
/// A program with an environment of its own would report what is to be suppressed.
public enum SanitizerSettings {
  /// Variables such as `TSAN_OPTIONS`; none in an ordinary run.
  public static let environment = ProcessInfo.processInfo.environment
    .filter { $0.key.hasSuffix("SAN_OPTIONS") }
}
