public import Diagnostics

/// The ML model service that a model belongs to: `serviceName`, or `service` in its long form.
public struct ServiceManifest: Sendable, Equatable {
  /// The service's name.
  public var name: String
  /// Where the name stands, in the manifest or in the project config; nil for the default.
  public var nameRange: SourceRange?
  /// The `serviceType`; nil means `CustomMlModel`.
  public var serviceType: Located<String>?
  /// The display name to create the service with.
  public var displayName: Located<String>?
  /// The description to create the service with.
  public var description: Located<String>?

  /// Makes a service of which only the name is given.
  public init(name: String, nameRange: SourceRange? = nil) {
    self.name = name
    self.nameRange = nameRange
  }

  /// The service when neither the manifest nor the project config names one.
  public static let defaultName = "CustomMLService"
}
