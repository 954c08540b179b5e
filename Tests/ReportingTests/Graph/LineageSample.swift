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

  /// Names that a notation may trip over.
  static let hostileNames = [
    "last_update", "_id_", "a__b", "1. list", "- item", "1) first", "+ plus", "# heading",
    "> quote",
    "*emphasis*", "`code`", "    indented", "a  b", " leading", "trailing ", "www.shop.orders",
    "a@b.example", "http://x.example/y", "javascript:alert(1)", "<script>alert(1)</script>",
    #"he said "hi" & <b>bold</b>"#, "it's", "[x](y)", "|pipe|", "{curly}", "(round)", "[square]",
    "a<br/>b", "a -> b", "a --> b", "== title", "~~~", "%%comment", "%%{init: {}}%%", "---",
    "direction LR", "direction TB", "style a:b#35;c", "hairstyle:#x;", "classDef x:#y;", "end",
    "graph", "subgraph", "default", "click a", "accTitle: x", "fa:fa-user icon", "v", "o", "x",
    "#35;", "#quot;", "&lt;", "&amp;", "$$x^2$$", #"\(x\)"#, #"\N \G \L \n"#, #"\"#, #"a\\b"#,
    "two\nlines", "tab\there", "nul\u{1}", "right\u{202E}left", "größe Straße", "日本語 列",
    "e\u{301}", "emoji 😀 👩‍👩‍👧", "a\u{A0}b", "٣", "²", String(repeating: "long", count: 80),
  ]

  /// A feature for each hostile name, of a column of the same name.
  static var hostile: LineageGraph {
    var builder = LineageGraphBuilder(.asWritten)
    let table = builder.table(#"demo."a.b"."c""d""#)
    let model = builder.add(
      LineageGraph.Model(
        name: #"Service."M. <1>""#, features: hostileNames.map { LineageGraph.Feature(name: $0) }))
    for (feature, name) in hostileNames.enumerated() {
      let column = builder.column(name, of: table)
      builder.connect(
        LineageGraph.Edge(table: table, column: column, model: model, feature: feature))
    }
    return builder.graph
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
