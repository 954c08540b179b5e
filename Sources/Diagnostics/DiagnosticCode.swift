/// The stable name of a kind of finding: `MLC` and three digits, never reused.
///
/// The hundreds say where it comes from: 1 YAML text, 2 manifest and references, 3 merge with the
/// registry, 4 plan, ownership and lineage, 5 OpenMetadata, 6 model registries, 7 transport and
/// credentials, 8 configuration, 9 workspace and lifecycle.
public struct DiagnosticCode: RawRepresentable, Sendable, Hashable, Comparable {
  /// The code as it is printed, such as `MLC260`.
  public let rawValue: String

  /// Makes a code from its printed form; whether it is in the catalogue is another question.
  public init(rawValue: String) {
    self.rawValue = rawValue
  }

  /// Orders codes by number.
  public static func < (left: DiagnosticCode, right: DiagnosticCode) -> Bool {
    left.rawValue < right.rawValue
  }
}
