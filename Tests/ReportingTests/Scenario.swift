import Diagnostics
import JSONDocuments
import ModelManifests
import OpenMetadataEntities
import Publishing
import Reconciler

/// Runs as a report has to show them.
enum Scenario: String, CaseIterable {
  case create
  case created
  case unchanged
  case update
  case conflict
  case blocked
  case unresolvedTable = "unresolved-table"
  case serverUnreachable = "server-unreachable"
  case partlyRefused = "partly-refused"

  static let manifest = SourceFile(
    path: "ml_model.yaml",
    bytes: Array(
      """
      name: Revenue Predictions
      description: Predicts revenue
      algorithm: XGBoost
      mlFeatures:
        - name: last_update_bucket
          dataType: categorical
          featureSources:
            - name: orders
              dataType: timestamp
              dataSourceFqn: demo_pg.postgres.public.order

      """.utf8))

  static let modelName = "CustomMLService.Revenue Predictions"
  static let orders = "demo_pg.postgres.public.orders"

  static func range(_ line: Int, _ column: Int, _ length: Int) -> SourceRange {
    SourceRange(
      path: manifest.path, start: Position(line: line, column: column),
      end: Position(line: line, column: column + length))
  }

  var result: RunResult {
    var result = RunResult(mode: self == .created || self == .partlyRefused ? .publish : .check)
    result.server = ServerIdentity(url: "http://localhost:8585", version: "1.5.10")
    result.services = [ServicePlan(name: "CustomMLService", action: .none)]
    result.references.declared = 1
    result.references.resolved = 1
    result.requests.total = 4
    fill(&result)
    return result
  }

  private func fill(_ result: inout RunResult) {
    switch self {
    case .create:
      result.services = [ServicePlan(name: "CustomMLService", action: .create, request: [:])]
      result.models = [ModelResult(Scenario.creation)]
      result.diagnostics = [Scenario.unknownColumn]
    case .created:
      result.services = [ServicePlan(name: "CustomMLService", action: .create, request: [:])]
      result.writtenServices = ["CustomMLService"]
      result.models = [Scenario.done(Scenario.creation)]
      result.requests.total = 9
      result.requests.writes = 3
      result.outcome.hasWritten = true
    case .unchanged:
      result.models = [ModelResult(Scenario.plan(.none))]
    case .update:
      result.models = [ModelResult(Scenario.updating)]
    case .conflict:
      result.models = [ModelResult(Scenario.conflicting)]
      result.diagnostics = [Scenario.conflictFinding]
    case .blocked:
      result.models = [ModelResult(Scenario.plan(.blocked))]
      var finding = Scenario.unknownColumn
      finding.severity = .error
      result.diagnostics = [finding]
    case .unresolvedTable:
      result.references.resolved = 0
      result.references.unresolved = 1
      result.models = [ModelResult(Scenario.plan(.blocked))]
      result.diagnostics = [Scenario.unknownTable]
    case .serverUnreachable:
      result.server = nil
      result.services = []
      result.references.resolved = 0
      result.references.notChecked = 1
      result.requests.total = 5
      result.requests.retries = 4
      result.models = [
        ModelResult(
          unplanned: "Revenue Predictions", Scenario.modelName, manifest: "ml_model.yaml")
      ]
      result.diagnostics = [
        Diagnostic(
          .serverUnreachable, "cannot connect to localhost:8585: connection refused",
          hint: "check that the server runs")
      ]
    case .partlyRefused:
      var model = Scenario.done(Scenario.updating)
      model.progress = .partial
      result.models = [model]
      result.requests.writes = 2
      result.outcome.hasWritten = true
      result.outcome.isIncomplete = true
      result.diagnostics = [
        Diagnostic(
          .fieldsRefused, "the server refused algorithm: operation EditAll not allowed",
          model: Scenario.modelName)
      ]
    }
  }
}

extension Scenario {
  static func done(_ plan: ModelPlan) -> ModelResult {
    var model = ModelResult(plan)
    model.progress = .complete
    model.url = "http://localhost:8585/mlmodel/CustomMLService.Revenue%20Predictions"
    return model
  }

  static func plan(_ action: ModelPlan.Action) -> ModelPlan {
    var plan = ModelPlan(
      manifest: "ml_model.yaml", name: "Revenue Predictions", fullyQualifiedName: modelName,
      serviceName: "CustomMLService", action: action)
    plan.versionBefore = JSONNumber(lexeme: "0.2")
    plan.versionAfter = JSONNumber(lexeme: "0.2")
    plan.edges = [edge(.none)]
    return plan
  }

  static func edge(_ action: EdgePlan.Action) -> EdgePlan {
    EdgePlan(
      from: EntityReference(id: "1", type: "table", fullyQualifiedName: orders), to: modelName,
      action: action,
      columns: [
        LineageEdge.ColumnPair(
          fromColumns: ["\(orders).last_update"], toColumn: "\(modelName).last_update_bucket")
      ], details: nil)
  }

  static func change(
    _ path: FieldPath, _ before: JSON?, _ after: JSON?, line: Int, column: Int = 1,
    isBreaking: Bool = false
  ) -> FieldChange {
    FieldChange(
      path: path, before: before, after: after, origin: .file(range(line, column, 1)),
      isBreaking: isBreaking)
  }

  static var creation: ModelPlan {
    var plan = plan(.create)
    plan.versionBefore = nil
    plan.versionAfter = JSONNumber(lexeme: "0.1")
    plan.edges = [edge(.add)]
    let source = FieldPath("mlFeatures").element("last_update_bucket").member("featureSources")
      .element("\(orders).last_update")
    plan.changes = [
      change(FieldPath("algorithm"), nil, "XGBoost", line: 3, column: 12),
      change(
        FieldPath("description"), nil,
        "Predicts revenue\nfrom the orders of the last quarter, for each restaurant and weekday",
        line: 2, column: 14),
      change(source.member("dataType"), nil, "timestamp", line: 9, column: 19),
      change(
        source.member("dataSource"), nil,
        ["id": "1", "type": "table", "fullyQualifiedName": .string(orders)], line: 10, column: 24),
    ]
    return plan
  }

  static var updating: ModelPlan {
    var plan = plan(.update)
    plan.versionAfter = JSONNumber(lexeme: "1.2")
    plan.isBreaking = true
    plan.changes = [
      change(FieldPath("algorithm"), "XGBoost", "LightGBM", line: 3, isBreaking: true),
      change(FieldPath("displayName"), "Revenue", nil, line: 1),
      change(FieldPath("tags").element("PII.None"), nil, "PII.None", line: 1),
    ]
    plan.kept = [
      KeptValue(
        path: FieldPath("description"), value: "Predicts the \u{1B}[31mrevenue",
        edit: Edit(updatedBy: "steward", updatedAt: 1_763_722_800_123))
    ]
    plan.edges = [edge(.update), edge(.remove)]
    return plan
  }

  static var conflicting: ModelPlan {
    var plan = plan(.none)
    plan.conflicts = [
      FieldConflict(
        path: FieldPath("description"), catalog: "Theirs", manifest: "Ours",
        edit: Edit(updatedBy: "steward", updatedAt: 1_763_722_800_123))
    ]
    return plan
  }

  static var conflictFinding: Diagnostic {
    Diagnostic(
      .conflict, "description was changed in the file and in the catalog",
      severity: .error,
      hint: """
        take theirs into the file
        publish with --force description
        set ownership: {description: manifest} or {description: catalog}
        """, at: range(2, 14, 16), model: modelName)
  }

  static var unknownColumn: Diagnostic {
    Diagnostic(
      .unknownColumn, "table \(orders) has no column orders",
      severity: .warning, hint: "did you mean last_update?", at: range(8, 15, 6),
      model: modelName)
  }

  static var unknownTable: Diagnostic {
    Diagnostic(
      .tableNotFound, "there is no table demo_pg.postgres.public.order",
      severity: .error, hint: "did you mean \(orders)?", at: range(10, 24, 29), model: modelName)
  }
}
