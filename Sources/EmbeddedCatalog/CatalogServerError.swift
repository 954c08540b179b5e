/// Why a catalog does not start.
public struct CatalogServerError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What is wrong, for people.
  public let description: String
  /// Whether the version asked for is none that can be answered as.
  public let isVersionInvalid: Bool

  init(_ description: String, isVersionInvalid: Bool = false) {
    self.description = description
    self.isVersionInvalid = isVersionInvalid
  }
}
