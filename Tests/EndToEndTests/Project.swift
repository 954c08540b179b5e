import Foundation

/// A folder with a manifest of the demo model in it, gone after the test.
final class Project: Sendable {
  let path: String

  /// Makes the folder with `ml_model.yaml`.
  init(_ manifest: String = Project.manifest) throws {
    let url = FileManager.default.temporaryDirectory.appending(path: "project-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    path = url.path
    try write(manifest)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Writes a file of the folder.
  func write(_ text: String, to name: String = "ml_model.yaml") throws {
    try Data(text.utf8).write(to: URL(filePath: path).appending(path: name))
  }

  /// Reads a file of the folder.
  func read(_ name: String) throws -> String {
    try String(contentsOf: URL(filePath: path).appending(path: name), encoding: .utf8)
  }

  /// Replaces a piece of the manifest that must be there.
  func replace(_ old: String, with new: String) throws {
    let text = try read("ml_model.yaml")
    guard text.contains(old) else { throw ProjectError("'\(old)' is not in the manifest") }
    try write(text.replacing(old, with: new))
  }

  struct ProjectError: Error, CustomStringConvertible {
    let description: String
    init(_ description: String) { self.description = description }
  }

  static let manifest = """
    serviceName: CustomMLService
    name: Revenue Predictions
    description: |
      Predicts the revenue of restaurants.
    algorithm: XGBoost
    target: expected_time
    mlFeatures:
      - name: last_update_bucket
        dataType: categorical
        featureAlgorithm: Bucketing
        featureSources:
          - name: last_update
            dataType: timestamp
            dataSourceFqn: demo_pg.postgres.public.orders
      - name: restaurant_dimension
        dataType: numerical
        featureAlgorithm: PCA
        featureSources:
          - name: rating
            dataType: integer
            dataSourceFqn: demo_pg.postgres.public.restaurants
          - name: average_price
            dataType: integer
            dataSourceFqn: demo_pg.postgres.public.restaurants
      - name: is_premium
        dataType: categorical
        featureSources:
          - name: premium
            dataType: boolean
            dataSourceFqn: demo_pg.postgres.public.users
    mlHyperParameters:
      - name: regularisation
        value: 0.50
        description: Strength of the regularisation
    mlStore:
      storage: s3://models/revenue.pkl
      imageRepository: https://registry.example/revenue

    """
}
