/// A text that people write, as the catalog has it now; the text itself is not kept.
public struct LiveProse: Sendable, Equatable {
  /// The model, as findings name it.
  public let model: String
  /// The field path.
  public let path: String
  /// The text's digest, as `AcknowledgedProse` makes it.
  public let digest: String
  /// Whether it is what the manifest gives.
  public let isOfFile: Bool
}
