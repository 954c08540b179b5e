import Diagnostics
import YAMLSource

extension HyperParameterManifest: ManifestRecord {
  init(blankAt range: SourceRange) {
    self.init(range: range, name: Located("", at: range), value: Located("", at: range))
  }

  mutating func note(unread key: String) { unreadKeys.insert(key) }

  static let fields: [ManifestField<HyperParameterManifest>] = [
    .required("name", "The parameter's name, unique in its model", example: "eta", \.name) {
      $1.filledText($0)
    },
    .required(
      "value", "The value, published as it is written", example: "0.30", shape: .value, \.value
    ) { $1.text($0) },
    .text(
      "description", "What the parameter does, in Markdown", example: "The learning rate",
      \.description),
  ]
}
