public import Diagnostics
import YAMLSource

extension ProjectConfig {
  /// Reads `mlcatalog.yaml`; an empty file is a config that says nothing.
  ///
  /// Any error finding means that the config cannot be used.
  public init(_ file: SourceFile, diagnostics: inout DiagnosticList) {
    self.init()
    path = file.path
    let roots = YAMLParser.documents(in: file, diagnostics: &diagnostics).compactMap(\.root)
    if let second = roots.dropFirst().first {
      diagnostics.append(
        Diagnostic(
          .configIsNoMapping, "the project config is one document", hint: "remove the others",
          at: second.place))
    }
    guard let root = roots.first else { return }
    guard case .mapping = root.content else {
      diagnostics.append(
        Diagnostic(
          .configIsNoMapping, "the project config is a mapping of keys to values",
          hint: "begin with a key, such as `manifests:`", at: root.place))
      return
    }
    var decoding = Decoding(.projectConfig)
    if let config = decoding.record(root, ProjectConfig.self) { self = config }
    path = file.path
    diagnostics.append(contentsOf: decoding.diagnostics)
  }
}
