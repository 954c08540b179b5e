import Diagnostics
import YAMLSource

extension StoreManifest: ManifestRecord {
  static let identity: Set<String> = []

  init(blankAt range: SourceRange) {
    self.init()
  }

  mutating func note(unread key: String) { unreadKeys.insert(key) }

  static let fields: [ManifestField<StoreManifest>] = [
    .optional(
      "storage", "Where the stored model is", example: "s3://models/revenue/model.pkl", \.storage
    ) { $1.address($0) },
    .optional(
      "imageRepository", "The repository of the image that serves the model",
      example: "https://registry.example.com/revenue", \.imageRepository
    ) { $1.address($0) },
  ]
}
