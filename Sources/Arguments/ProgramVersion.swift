/// The version of this project's programs: what `--version` prints and the tag of a release names.
public enum ProgramVersion {
  /// A semantic version without a `v`; `scripts/version` reads it from this line.
  public static let current = "0.1.0"
}
