import JSONDocuments
import ModelManifests

/// The version arithmetic of the server.
enum ModelVersion {
  /// Members whose change is a major one, since consumers may break.
  static let majorMembers: Set<String> = ["algorithm", "server", "target"]

  /// The version that a patch is expected to make.
  ///
  /// A server folds patches of one user within ten minutes into one version; that is not foreseen.
  static func next(after version: JSONNumber, changes: [FieldChange]) -> JSONNumber {
    guard let number = version.double, abs(number) < 1e9 else { return version }
    let isMajor = changes.contains { majorMembers.contains($0.path.topLevelMember) }
    let tenths = Int((number * 10).rounded()) + (isMajor ? 10 : 1)
    return JSONNumber(lexeme: "\(tenths / 10).\(tenths % 10)")
  }
}
