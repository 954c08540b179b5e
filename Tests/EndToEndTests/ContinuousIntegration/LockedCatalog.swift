import Foundation
import TestSupport

/// A catalog, and a project whose lockfile was made with it.
struct LockedCatalog {
  let sample: SampleCatalog
  /// The files of the project's main branch by path.
  let files: [String: String]

  static let settings = "manifests: [ml_model.yaml]\nseverity: {MLC264: error, MLC265: error}\n"

  init() async throws {
    sample = try await SampleCatalog()
    let project = try Project()
    try project.write(Self.settings, to: "mlcatalog.yaml")
    let publisher = PublisherProcess(project, host: sample.host, token: sample.token)
    let run = try await publisher.run("lock")
    guard run.status == 0 else { throw CIFileError(description: run.everything) }
    files = [
      "ml_model.yaml": Project.manifest, "mlcatalog.yaml": Self.settings,
      "mlcatalog.lock": try project.read("mlcatalog.lock"),
    ]
  }

  /// The manifest with a source that is no column of its table.
  static let wrongColumn = [
    "ml_model.yaml": Project.manifest.replacing("- name: last_update\n", with: "- name: orders\n")
  ]
  /// The manifest with another text, which is right.
  static let otherText = [
    "ml_model.yaml": Project.manifest.replacing("revenue of", with: "yearly revenue of")
  ]
}
