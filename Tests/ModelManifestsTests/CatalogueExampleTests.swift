import Diagnostics
import ModelManifests
import Testing

@Suite("The explanations of the codes")
struct CatalogueExampleTests {
  private static func entries(_ codes: ClosedRange<Int>) -> [DiagnosticEntry] {
    DiagnosticCatalogue.entries.filter { entry in
      Int(entry.code.rawValue.dropFirst(3)).map(codes.contains) == true
    }
  }

  @Test(
    "the example of every code of the manifest produces that code", arguments: entries(230...259))
  func manifests(_ entry: DiagnosticEntry) {
    let texts = [entry.example, "name: churn\nalgorithm: XGBoost\n" + entry.example]
    let codes = texts.flatMap { text in
      var list = DiagnosticList()
      let file = ManifestFile(
        SourceFile(path: "ml_model.yaml", bytes: Array(text.utf8)), diagnostics: &list)
      let models = RepeatedModels.removed(from: file.models, diagnostics: &list)
      Suppressions.apply(models, to: &list)
      return list.items.map(\.code)
    }
    #expect(codes.contains(entry.code), "\(entry.example)")
  }

  @Test(
    "the example of every code of the project config produces that code",
    arguments: entries(820...829))
  func configs(_ entry: DiagnosticEntry) {
    var list = DiagnosticList()
    let bytes = Array(entry.example.utf8)
    _ = ProjectConfig(SourceFile(path: "mlcatalog.yaml", bytes: bytes), diagnostics: &list)
    #expect(list.items.map(\.code) == [entry.code], "\(entry.example)")
  }
}
