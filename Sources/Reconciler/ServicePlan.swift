public import JSONDocuments

/// What happens to one ML model service.
public struct ServicePlan: Sendable, Equatable {
  /// What happens to it.
  public enum Action: String, Sendable, Hashable {
    case create
    case restore
    case none
  }

  /// The service's name.
  public var name: String
  /// What happens to it.
  public var action: Action
  /// The body of the request that creates or restores it; nil when nothing is to be done.
  public var request: JSON?

  /// Makes a plan for a service.
  public init(name: String, action: Action, request: JSON? = nil) {
    self.name = name
    self.action = action
    self.request = request
  }
}
