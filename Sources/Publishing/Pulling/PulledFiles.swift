public import Diagnostics
public import ModelManifests
public import Reconciler

/// The files that pulled models are written to, one for each.
public struct PulledFiles: Sendable {
  /// A file to write.
  public typealias File = (path: String, text: String)

  /// The manifests.
  public let manifests: [File]
  /// The glob, relative to the project config's folder, that finds them all.
  public let pattern: String
  /// The path of the project config that a project without one gets.
  public let configPath: String

  /// The longest name of a model in the name of its file.
  private static let nameLimit = 80

  /// Gives each described model a file below a folder.
  ///
  /// Names are of lower-case ASCII letters, digits, `-`, `_` and dots, and differ by more than letter
  /// case on every file system; `publish FOLDER` finds them by their beginning.
  ///
  /// - Parameter folder: As the user gave it; a project config goes into the working directory when
  ///   the folder lies below it, else into the folder.
  public init(_ models: [AdoptedModel], in folder: String) {
    var path = folder
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    while path.hasPrefix("./") { path.removeFirst(2) }
    let isHere = path.isEmpty || path == "."
    let prefix = isHere ? "" : path == "/" ? "/" : path + "/"
    var taken: Set<String> = []
    manifests = models.compactMap { model in
      guard let text = model.text else { return nil }
      let base = Self.fileName(model.name)
      var name = base
      var number = 2
      while !taken.insert(name).inserted {
        name = "\(base)-\(number)"
        number += 1
      }
      return (prefix + "ml_model_\(name).yaml", text)
    }
    let isBelow = !path.hasPrefix("/") && !path.split(separator: "/").contains("..")
    // The words of a folder's name could mean something in a glob.
    let isPlain = !path.contains(where: { "*?{},".contains($0) })
    let inConfigFolder = isBelow && isPlain
    pattern = (inConfigFolder ? prefix : "") + "ml_model*.yaml"
    configPath = (inConfigFolder ? "" : prefix) + "mlcatalog.yaml"
  }

  /// The name of a model as part of a file's name.
  private static func fileName(_ name: String) -> String {
    var text = ""
    for scalar in name.unicodeScalars {
      let isKept =
        scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar))
        || "_.".unicodeScalars.contains(scalar)
      if isKept {
        text += String(scalar).lowercased()
      } else if !text.hasSuffix("-"), !text.isEmpty {
        text += "-"
      }
    }
    text = String(text.prefix(nameLimit))
    while let last = text.last, "-.".contains(last) { text.removeLast() }
    while let first = text.first, "-.".contains(first) { text.removeFirst() }
    return text.isEmpty ? "model" : text
  }

  /// The project config that finds the manifests.
  public var config: String {
    YAMLWriter.text([
      .remark("The settings of all manifests of this project."),
      .member("manifests", .list([.text(pattern)])), .blank,
      .remark("A source that is no column of its table, and a type that does not fit the column,"),
      .remark("are warnings. Where the check tells of none, let nothing with such a mistake in:"),
      .remark("severity:"), .remark("  MLC264: error"), .remark("  MLC265: error"),
    ])
  }

  /// What to say when the project's config does not find the manifests; call it when they are there.
  public func unlisted(_ config: ProjectConfig) -> Diagnostic? {
    let found = (try? ManifestSearch(config).find([]).files.map(\.path)) ?? []
    let listed = Set(found.compactMap { FileSystem.realPath($0) })
    let missing = manifests.filter { file in
      FileSystem.realPath(file.path).map { !listed.contains($0) } ?? true
    }
    guard let first = missing.first else { return nil }
    let path = config.path ?? "mlcatalog.yaml"
    return Diagnostic(
      .unlistedManifests,
      "\(path) does not list \(missing.count == 1 ? first.path : "\(missing.count) new manifests")",
      hint: Self.pattern(for: first.path, below: path).map {
        "add \(YAMLText.quoted($0)) under manifests:"
      } ?? "they lie outside of its folder: name them when you publish")
  }

  /// The glob for a manifest and those beside it, seen from the folder of a project config.
  private static func pattern(for manifest: String, below config: String) -> String? {
    func folder(_ path: String) -> String? {
      let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
      return FileSystem.realPath(folder.isEmpty ? "/" : folder)
    }
    guard let inner = folder(manifest), let outer = folder(config) else { return nil }
    if inner == outer { return "ml_model*.yaml" }
    let base = outer == "/" ? outer : outer + "/"
    return inner.hasPrefix(base) ? inner.dropFirst(base.count) + "/ml_model*.yaml" : nil
  }
}
