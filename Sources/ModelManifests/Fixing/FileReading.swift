import Diagnostics
import YAMLSource

/// What a file says, and what is wrong with it as far as the file alone tells.
struct FileReading {
  let outline: FileOutline
  let findings: [Diagnostic]

  /// Nil when the text is no YAML.
  init?(_ file: SourceFile, _ kind: FixableFile.Kind) {
    var text = DiagnosticList()
    outline = FileOutline(YAMLParser.documents(in: file, diagnostics: &text))
    guard !text.contains(atLeast: .error) else { return nil }
    var list = DiagnosticList()
    switch kind {
    case .manifest:
      let manifest = ManifestFile(file, diagnostics: &list)
      _ = RepeatedModels.removed(from: manifest.models, diagnostics: &list)
    case .projectConfig: _ = ProjectConfig(file, diagnostics: &list)
    }
    findings = list.items
  }
}
