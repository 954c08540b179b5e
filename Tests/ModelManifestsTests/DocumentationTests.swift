import Diagnostics
import Foundation
import ModelManifests
import Testing

@Suite("What the repository shows")
struct DocumentationTests {
  private static func text(of name: String) throws -> String {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return try String(contentsOf: root.appending(path: name), encoding: .utf8)
  }

  @Test("the model of the demonstration has nothing wrong with it")
  func demonstration() throws {
    try ManifestCase(try Self.text(of: "ml_model.yaml")).expectNothing()
  }

  @Test(
    "manifests and project configs in the documentation have nothing wrong with them",
    arguments: ["README.md", "docs/manifest.md", "docs/policy.md", "docs/registry.md"])
  func examples(page: String) throws {
    let blocks = try Self.text(of: page).split(separator: "```").map(String.init)
      .filter { $0.hasPrefix("yaml\n") }.map { String($0.dropFirst("yaml\n".count)) }
    let manifests = blocks.filter { $0.hasPrefix("name:") || $0.contains("\nalgorithm:") }
    #expect(!manifests.isEmpty)
    for text in manifests { try ManifestCase(text).expectNothing() }
    let configs = blocks.filter { "\n\($0)".contains("\nmanifests:") }
    #expect(!configs.isEmpty)
    for text in configs {
      var list = DiagnosticList()
      _ = ProjectConfig(
        SourceFile(path: "mlcatalog.yaml", bytes: Array(text.utf8)), diagnostics: &list)
      #expect(list.items.map(\.message) == [], "\(text)")
    }
  }
}
