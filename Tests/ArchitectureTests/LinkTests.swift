import Foundation
import Testing

@Suite("Documentation")
struct LinkTests {
  private static let pages =
    ["README.md", "ARCHITECTURE.md", "CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md"]
    + Repository.paths(below: "docs").filter { $0.hasSuffix(".md") }

  @Test("links within the repository lead to files and headings that are there", arguments: pages)
  func links(page: String) throws {
    let folder = Repository.root.appending(path: page).deletingLastPathComponent()
    for link in try Self.text(page).matches(of: /\]\(([^)\s]+)\)/).map(\.output.1) {
      if link.contains("://") { continue }
      let parts = link.split(separator: "#", omittingEmptySubsequences: false).map(String.init)
      let target =
        parts[0].isEmpty
        ? Repository.root.appending(path: page) : folder.appending(path: parts[0]).standardized
      #expect(FileManager.default.fileExists(atPath: target.path), "\(link)")
      guard parts.count == 2 else { continue }
      let headings = try String(contentsOf: target, encoding: .utf8)
        .split(separator: "\n").filter { $0.hasPrefix("#") }.map(Self.anchor)
      #expect(headings.contains(parts[1]), "\(link)")
    }
  }

  private static func text(_ page: String) throws -> String {
    try String(contentsOf: Repository.root.appending(path: page), encoding: .utf8)
  }

  /// The name that GitHub gives to a heading.
  private static func anchor(_ heading: Substring) -> String {
    heading.drop { "# ".contains($0) }.lowercased().replacing(" ", with: "-")
      .filter { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
  }
}
