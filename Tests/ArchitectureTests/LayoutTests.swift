import Testing

@Suite("Layout")
struct LayoutTests {
  private static let files = Repository.files(below: "Sources") + Repository.files(below: "Tests")
  private static let sources = Repository.files(below: "Sources")

  @Test("no folder and no file is a place for everything", arguments: ["Sources", "Tests"])
  func names(folder: String) {
    let vague = ["utils", "util", "helpers", "helper", "common", "core", "shared", "misc"]
    for path in Repository.paths(below: folder) {
      let words = path.lowercased().split(whereSeparator: { $0 == "/" || $0 == "." })
      #expect(words.allSatisfy { !vague.contains(String($0)) }, "\(path)")
    }
  }

  @Test("no file is longer than 400 lines", arguments: files)
  func length(file: Repository.File) {
    #expect(file.lines.count <= 401)
  }

  @Test(
    "a file has at most one public type at its top level, and is named after it", arguments: sources
  )
  func publicTypes(file: Repository.File) {
    let types = file.lines.compactMap(Self.publicType)
    #expect(types.count <= 1, "\(types)")
    if let type = types.first { #expect(file.name == type) }
  }

  @Test("no type is named like a room", arguments: sources)
  func typeNames(file: Repository.File) {
    let rooms = Set(Rooms.imports.keys)
    #expect(file.lines.compactMap(Self.topLevelType).filter(rooms.contains) == [])
  }

  /// The type that a line declares at the top level of its file.
  private static func topLevelType(_ line: Substring) -> String? {
    let words = line.split(whereSeparator: { " :<{(".contains($0) }).map(String.init)
    guard line.first?.isWhitespace == false,
      let index = words.firstIndex(
        where: ["struct", "class", "enum", "actor", "protocol"].contains),
      index + 1 < words.count, words[..<index].allSatisfy(beforeType.contains)
    else { return nil }
    return words[index + 1]
  }

  private static func publicType(_ line: Substring) -> String? {
    line.contains("public ") ? topLevelType(line) : nil
  }

  private static let beforeType = [
    "public", "package", "internal", "private", "fileprivate", "final", "indirect", "open",
  ]
}
