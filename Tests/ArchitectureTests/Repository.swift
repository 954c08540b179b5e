import FoundationEssentials
import Testing

/// The package's own folder, read as text.
struct Repository {
  /// A Swift file of a room.
  struct File: Sendable, CustomTestStringConvertible {
    let room: String
    let path: String
    let lines: [Substring]

    var name: String { String(path.split(separator: "/").last ?? "").replacing(".swift", with: "") }
    var testDescription: String { path }

    /// The modules it imports, whatever stands before the word.
    var imports: Set<String> { Set(lines.compactMap(Self.importedModule)) }

    private static func importedModule(_ line: Substring) -> String? {
      let words = line.split(separator: " ").map(String.init)
      guard let index = words.firstIndex(of: "import"), let module = words.last,
        index + 1 < words.count, words[..<index].allSatisfy(beforeImport.contains)
      else { return nil }
      return String(module.prefix { $0 != "." })
    }

    private static let beforeImport = [
      "public", "internal", "package", "private", "fileprivate", "@testable", "@preconcurrency",
      "@_exported", "@_implementationOnly",
    ]
  }

  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// The text of Package.swift.
  static var manifest: String? {
    try? String(contentsOf: root.appending(path: "Package.swift"), encoding: .utf8)
  }

  /// The Swift files below a folder of the package, by path.
  static func files(below folder: String) -> [File] {
    paths(below: folder).filter { $0.hasSuffix(".swift") }.compactMap { path in
      let rest = path.dropFirst(folder.count + 1)
      guard let room = rest.split(separator: "/").first,
        let text = try? String(contentsOf: root.appending(path: path), encoding: .utf8)
      else { return nil }
      return File(
        room: String(room), path: path,
        lines: text.split(separator: "\n", omittingEmptySubsequences: false))
    }
  }

  /// Every path below a folder of the package, folders included.
  static func paths(below folder: String) -> [String] {
    let found = try? FileManager.default.subpathsOfDirectory(
      atPath: root.appending(path: folder).path)
    return (found ?? []).sorted().map { "\(folder)/\($0)" }
  }
}
