// To be replaced by the real functions, one file each; the signatures are what Publishing calls.
public import Diagnostics
public import ModelManifests
public import OpenMetadataEntities
public import JSONDocuments

public struct DesiredModel: Sendable {
  public var manifest: ModelManifest
}
public enum Merge {
  public static func desiredModels(
    of manifests: [ModelManifest], diagnostics: inout DiagnosticList
  ) -> [DesiredModel] { manifests.map { DesiredModel(manifest: $0) } }
}
extension DesiredModel {
  public func keys(_ capabilities: Capabilities) -> CatalogKeys { CatalogKeys() }
}
public enum Planner {
  public static func followUpKeys(
    _ desired: [DesiredModel], _ snapshot: CatalogSnapshot, _ options: PlanOptions
  ) -> CatalogKeys { CatalogKeys() }
  /// One plan for each desired model, in their order.
  public static func plan(
    _ desired: [DesiredModel], _ snapshot: CatalogSnapshot, _ options: PlanOptions,
    diagnostics: inout DiagnosticList
  ) -> PublicationPlan {
    PublicationPlan(
      serverURL: snapshot.serverURL, serverVersion: snapshot.capabilities.version, services: [],
      models: [], references: ReferenceCounts())
  }
}
/// A field or an edge that was read back otherwise than planned.
public struct VerificationDifference: Sendable, Equatable {
  public enum Subject: Sendable, Equatable {
    case field(FieldPath)
    /// The fully qualified name of the table that the edge comes from.
    case edge(String)
  }
  public var subject: Subject
  public var expected: JSON?
  public var actual: JSON?
}
public enum Verification {
  /// The fields of a model read back that are not as `plan.expected` says.
  public static func differences(_ plan: ModelPlan, model: MlModel) -> [VerificationDifference] {
    []
  }
  /// The edges read back that are not as `plan.edges` says; removed ones must not be there.
  public static func differences(_ plan: ModelPlan, edges: [LineageEdge])
    -> [VerificationDifference]
  { [] }
}
extension DiagnosticCode {
  /// Both sides changed a field; blocks the field, not the model.
  public static let conflict = DiagnosticCode(rawValue: "MLC401")
}
