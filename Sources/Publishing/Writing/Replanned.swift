import Diagnostics
import OpenMetadataEntities
import Reconciler

/// A plan for one model, made again after somebody else had changed the model.
struct Replanned: Sendable {
  /// The new plan.
  let plan: ModelPlan
  /// The model that it was made for; nil when it is gone.
  let model: MlModel?
  /// What there is to say about the new plan.
  let findings: DiagnosticList
  /// Whether a finding forbids to write it now.
  let isBlocked: Bool
}
