import Diagnostics
import YAMLSource

extension StoreManifest: ManifestRecord {
  static let identity: Set<String> = []

  init(blankAt range: SourceRange) {
    self.init()
  }

  static let fields: [ManifestField<StoreManifest>] = [
    .text(
      "storage", "Where the stored model is", example: "s3://models/revenue/model.pkl",
      \.storage),
    .text(
      "imageRepository", "The repository of the image that serves the model",
      example: "https://registry.example.com/revenue", \.imageRepository),
  ]
}
