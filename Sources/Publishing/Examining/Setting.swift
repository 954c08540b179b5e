/// One setting, and where it comes from.
public struct Setting: Sendable, Hashable {
  /// The variable or the key, such as `OPENMETADATA_HOST`.
  public let name: String
  /// The value as it may be shown; nil for none.
  public let value: String?
  /// Where it comes from: `--host`, `environment`, `.env`, `mlcatalog.yaml:1:7`, `default`.
  public let origin: String

  /// Makes an entry; of a secret only that there is one is kept.
  public init(_ name: String, _ value: String?, from origin: String, isSecret: Bool = false) {
    self.name = name
    self.value = isSecret ? value.map { _ in "<redacted>" } : value
    self.origin = origin
  }
}
