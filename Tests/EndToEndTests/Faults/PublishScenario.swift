import JSONDocuments
import Publishing
import Reconciler
import TestSupport
import Testing

/// What a run is asked to do while something goes wrong.
enum PublishScenario: String, CaseIterable, Sendable, CustomTestStringConvertible {
  /// The service, the model and its edges are new.
  case create
  /// Fields change; an edge is added, one changed and one removed.
  case update
  /// A feature gets another name, and its column of an edge with it.
  case rename
  /// The model was deleted in the catalog, and the file changed since.
  case restore
  /// As `update`, but nothing is written.
  case check

  var testDescription: String { rawValue }

  /// What the scenario asks for besides `publish`.
  func configure(_ options: inout PublishOptions) {
    options.plan.restoresDeleted = self == .restore
    if self == .check { options.mode = .check }
  }

  /// The same on the command line.
  var arguments: [String] {
    switch self {
    case .create, .update, .rename: ["publish"]
    case .restore: ["publish", "--restore"]
    case .check: ["publish", "--check"]
    }
  }

  /// The manifest that was published before; nil when none was.
  private var earlier: String? {
    switch self {
    case .create: nil
    case .rename: Project.manifest.replacing("is_premium", with: "premium_user")
    case .update, .check, .restore:
      Project.manifest.replacing("XGBoost", with: "SVM").replacing("0.50", with: "0.25")
        .replacing("name: rating", with: "name: restaurant_id")
        .replacing(
          "name: premium\n        dataType: boolean\n"
            + "        dataSourceFqn: demo_pg.postgres.public.users",
          with: "name: is_rider\n        dataType: boolean\n"
            + "        dataSourceFqn: demo_pg.postgres.public.riders")
    }
  }

  /// A catalog in the state in which the scenario begins.
  func template(version: String) async throws -> CatalogTemplate {
    try await CatalogTemplate(version: version) { catalog in
      try await catalog.add("riders", [("rider_id", "INT"), ("is_rider", "BOOLEAN")])
      guard let earlier else { return }
      let before = try await catalog.publish(try Project(earlier))
      try #require(before.outcome.status == .success, "\(before.told)")
      guard self == .restore else { return }
      let id = try await catalog.model()["id"]?.string ?? ""
      try await catalog.catalog.require("DELETE", "mlmodels/\(id)", nil)
    }
  }
}
