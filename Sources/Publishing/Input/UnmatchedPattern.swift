import Diagnostics

/// What is to be said of a pattern under `manifests:` that matches no file.
struct UnmatchedPattern {
  let pattern: Located<String>

  init(_ pattern: Located<String>) {
    self.pattern = pattern
  }

  /// Whether it leads out of the project config's folder, whatever lies there.
  private var leadsOut: Bool { pattern.value.split(separator: "/").contains("..") }

  var message: String {
    leadsOut
      ? "'\(pattern.value)' leads out of the folder of the project config, where nothing is looked for"
      : "no file matches '\(pattern.value)'"
  }

  var hint: String {
    leadsOut
      ? "name such files when you publish, or put a mlcatalog.yaml into a folder around all of them"
      : "patterns are matched below the folder of the project config"
  }
}
