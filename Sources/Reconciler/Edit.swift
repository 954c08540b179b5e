import FoundationEssentials
import OpenMetadataEntities

/// Who changed a field in the catalog, and when.
public struct Edit: Sendable, Hashable {
  /// The user name.
  public var updatedBy: String
  /// Milliseconds since 1970.
  public var updatedAt: Int64

  /// Makes an edit.
  public init(updatedBy: String, updatedAt: Int64) {
    self.updatedBy = updatedBy
    self.updatedAt = updatedAt
  }
}

extension MlModelService {
  /// The last change of the service, as far as the server tells.
  var lastEdit: Edit? {
    guard let updatedBy, let updatedAt else { return nil }
    return Edit(updatedBy: updatedBy, updatedAt: updatedAt)
  }
}

extension Edit: CustomStringConvertible {
  /// As findings say it: `jane.doe at 2026-11-21T09:30:00Z`.
  public var description: String {
    let moment = Date(timeIntervalSince1970: Double(updatedAt / 1000)).formatted(.iso8601)
    return "\(updatedBy) at \(moment)"
  }
}
