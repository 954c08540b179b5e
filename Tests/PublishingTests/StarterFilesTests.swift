import Diagnostics
import ModelManifests
import Publishing
import Testing

@Suite("The files that a project begins with")
struct StarterFilesTests {
  private func file(_ path: String, _ text: String) -> SourceFile {
    SourceFile(path: path, bytes: Array(text.utf8))
  }

  private func read(_ manifest: String) -> (ManifestFile, DiagnosticList) {
    var list = DiagnosticList()
    return (ManifestFile(file("ml_model.yaml", manifest), diagnostics: &list), list)
  }

  /// The text with its remarks taken for what they show.
  private func uncommented(_ text: String) -> String {
    let all = text.split(separator: "\n", omittingEmptySubsequences: false)
    let lines = all.map { (line: Substring) -> String in
      let indent = line.prefix { $0 == " " }
      let rest = line.dropFirst(indent.count)
      guard rest.hasPrefix("# "), !rest.contains("$schema="),
        rest.contains(": ") || rest.hasSuffix(":")
      else {
        return String(line)
      }
      return rest.contains(". ") || rest.hasSuffix(".")
        ? String(line) : String(indent + rest.dropFirst(2))
    }
    return lines.joined(separator: "\n")
  }

  @Test("the manifest describes a model and has nothing wrong with it")
  func manifest() throws {
    let (file, findings) = read(StarterFiles.manifest)
    #expect(findings.items.map(\.message) == [])
    #expect(file.models.map(\.name.value) == ["My Model"])
  }

  @Test("what the manifest shows in remarks is right too")
  func remarks() throws {
    let (file, findings) = read(uncommented(StarterFiles.manifest))
    #expect(findings.items.map(\.message) == [])
    let model = try #require(file.models.first)
    #expect(model.registry != nil && model.mlStore.value != nil && model.tier.value != nil)
    #expect(model.mlHyperParameters.value?.count == 1)
    #expect(model.mlFeatures.value?.first?.featureSources.value?.count == 1)
  }

  @Test("the config makes findings about columns errors, and finds the manifest")
  func config() {
    for text in [StarterFiles.config, uncommented(StarterFiles.config)] {
      var list = DiagnosticList()
      let config = ProjectConfig(file("mlcatalog.yaml", text), diagnostics: &list)
      #expect(list.items.map(\.message) == [])
      #expect(config.manifests.map(\.value) == ["ml_model.yaml"])
      #expect(
        config.severity == [.unknownColumn: .severity(.error), .typeMismatch: .severity(.error)])
    }
  }
}
