import Diagnostics
import ModelManifests
import Testing

@testable import Reporting

/// Manifests whose lineage is drawn.
enum LineageSample {
  /// The graph of manifests as they are written; each text is a file of its own.
  static func graph(_ texts: String..., sourceLocation: SourceLocation = #_sourceLocation)
    -> LineageGraph
  {
    var findings = DiagnosticList()
    let manifests = texts.enumerated().flatMap { index, text in
      ManifestFile(
        SourceFile(path: "ml_model-\(index + 1).yaml", bytes: Array(text.utf8)),
        diagnostics: &findings
      ).models
    }
    #expect(
      !findings.contains(atLeast: .error), "\(findings.items)", sourceLocation: sourceLocation)
    return LineageGraph(manifests)
  }

  /// Two features of one table, one of them of another table too.
  static let revenue = """
    name: Revenue Predictions
    algorithm: XGBoost
    mlFeatures:
      - name: last_update_bucket
        dataType: categorical
        featureSources:
          - name: last_update
            dataSourceFqn: demo_pg.postgres.public.orders
      - name: order_value
        dataType: numerical
        featureSources:
          - name: total
            dataSourceFqn: demo_pg.postgres.public.orders
          - name: average_price
            dataSourceFqn: demo_pg.postgres.public.restaurants
      - name: weekday
        dataType: categorical

    """

  /// Shares a table with `revenue`, and says less than all.
  static let churn = """
    name: Churn
    algorithm: LightGBM
    serviceName: Scoring
    mlFeatures:
      - name: orders_per_month
        dataType: numerical
        featureSources:
          - name: last_update
            dataSourceFqn: demo_pg."postgres".public.orders
          - name: signup

    """

  /// A model whose features a registry gives.
  static let registered = """
    name: Registered
    algorithm: XGBoost
    registry:
      mlflow:
        model: revenue
        alias: champion

    """

  /// One feature whose name, column and table hold what a notation may trip over.
  static func hostile(_ name: String) -> String {
    let quoted = "'" + name.replacing("'", with: "''") + "'"
    return """
      name: M
      algorithm: A
      mlFeatures:
        - name: \(quoted)
          dataType: numerical
          featureSources:
            - name: \(quoted)
              dataSourceFqn: \(quoted)

      """
  }

  /// Many features, each of a column of its own.
  static func large(features: Int, tables: Int) -> String {
    let entries = (0..<features).map { index in
      """
        - name: feature_\(index)
          dataType: numerical
          featureSources:
            - name: column_\(index)
              dataSourceFqn: warehouse.analytics.public.table_\(index % tables)

      """
    }
    return "name: Large\nalgorithm: A\nmlFeatures:\n" + entries.joined()
  }
}
