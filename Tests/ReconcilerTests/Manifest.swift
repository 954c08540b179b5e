/// A manifest whose parts tests change.
struct Manifest {
  var description: String? = "D0"
  var algorithm = "XGBoost"
  var extra = ""
  var features = Manifest.lastUpdate + Manifest.premium

  static let lastUpdate = """
      - name: last_update_bucket
        dataType: categorical
        featureAlgorithm: Bucketing
        description: How fresh
        featureSources:
          - name: last_update
            dataType: timestamp
            dataSourceFqn: demo_pg.postgres.public.orders

    """
  static let premium = """
      - name: is_premium
        dataType: categorical
        featureSources:
          - name: premium
            dataType: boolean
            dataSourceFqn: demo_pg.postgres.public.users

    """

  var yaml: String {
    var lines = ["name: churn", "algorithm: \(algorithm)"]
    if let description { lines.append("description: \(description)") }
    if !extra.isEmpty { lines.append(extra) }
    if !features.isEmpty { lines.append("mlFeatures:\n\(features)") }
    return lines.joined(separator: "\n") + "\n"
  }
}
