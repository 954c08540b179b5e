import Digests
import JSONDocuments

/// The texts in the catalog that the project has taken notice of, by their digests.
///
/// Where the file and somebody in the catalog both changed a text, the file wins over an
/// acknowledged one.
public struct AcknowledgedProse: Sendable, Equatable {
  /// The digests by the model, as findings name it, and by the field path.
  public var digests: [String: [String: String]]

  /// Takes digests as ``digest(of:)`` makes them.
  public init(_ digests: [String: [String: String]] = [:]) {
    self.digests = digests
  }

  /// The digest of a text: `sha256:` and 64 hexadecimal digits.
  public static func digest(of text: String) -> String {
    "sha256:" + SHA256.hexadecimal(of: text)
  }

  /// Whether a value of the catalog is acknowledged.
  func acknowledges(_ value: JSON?, at path: String, of model: String) -> Bool {
    guard let digest = digests[model]?[path], let text = value?.string else { return false }
    return digest == Self.digest(of: text)
  }
}
