/// What goes into a model and what comes out, as MLflow signatures say it.
public struct ModelSignature: Sendable, Equatable {
  /// What goes in, in order.
  public var inputs: [SignatureColumn]
  /// What comes out, in order.
  public var outputs: [SignatureColumn]
  /// Where the inputs are kept.
  public var origin: String

  /// Makes a signature.
  public init(inputs: [SignatureColumn], outputs: [SignatureColumn], origin: String) {
    self.inputs = inputs
    self.outputs = outputs
    self.origin = origin
  }
}
