/// A version of a model or of data, as the many spellings of Azure name it.
public struct AssetReference: Sendable, Hashable {
  /// The kind of asset, as paths spell it.
  public enum Kind: String, Sendable, Hashable {
    case model = "models"
    case data = "data"
  }

  /// The asset's name.
  public let name: String
  /// The version.
  public let version: String
  /// The registry that it is in; nil for the workspace.
  public let registry: String?

  /// Reads `azureml:NAME:VERSION`, a resource's id, `azureml://registries/R/…/NAME/versions/V` or
  /// `azureml://locations/…/workspaces/…/NAME/versions/V`; nil for any other text.
  public init?(_ text: String, kind: Kind) {
    // Azure writes the same words in different case.
    let segments = text.split(separator: "/").map(String.init)
    let words = segments.map { $0.lowercased() }
    if let index = words.lastIndex(of: kind.rawValue), words.count == index + 4,
      words[index + 2] == "versions"
    {
      name = segments[index + 1]
      version = segments[index + 3]
      let registry = words.firstIndex(of: "registries")
      self.registry = registry.flatMap { $0 + 1 < index ? segments[$0 + 1] : nil }
      return
    }
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].lowercased() == "azureml", !text.contains("/"),
      !parts[1].isEmpty, !parts[2].isEmpty
    else { return nil }
    name = String(parts[1])
    version = String(parts[2])
    registry = nil
  }

  /// Whether it means an asset of the workspace; names are compared without regard to case, as
  /// Resource Manager does.
  public func isWorkspace(_ name: String, _ version: String) -> Bool {
    registry == nil && self.name.lowercased() == name.lowercased()
      && self.version.lowercased() == version.lowercased()
  }
}
