import FoundationEssentials
public import Testing

/// Compares text with the file `Goldens/<name>` beside the calling test.
///
/// With `UPDATE_GOLDENS=1` in the environment it writes the file instead and records an issue, so
/// that no update goes unseen.
public func expectGolden(
  _ actual: String, _ name: String, filePath: StaticString = #filePath,
  sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let environment = ProcessInfo.processInfo.environment
  let golden = Golden(name: name, besides: "\(filePath)")
  let complaint =
    environment["UPDATE_GOLDENS"] == "1"
    ? try golden.update(actual) : try golden.complaint(about: actual)
  if let complaint { Issue.record("\(complaint)", sourceLocation: sourceLocation) }
}

/// A file that holds what a test should get.
struct Golden {
  let name: String
  let url: URL

  init(name: String, besides testFile: String) {
    self.name = name
    url = URL(filePath: testFile).deletingLastPathComponent()
      .appending(path: "Goldens").appending(path: name)
  }

  /// Writes the file and says so.
  func update(_ actual: String) throws -> String {
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(actual.utf8).write(to: url)
    return "wrote \(url.path)"
  }

  /// How `actual` differs from the file line by line; nil when every byte is the same.
  func complaint(about actual: String) throws -> String? {
    guard FileManager.default.fileExists(atPath: url.path) else {
      return "\(url.path) does not exist; UPDATE_GOLDENS=1 writes it"
    }
    let expected = try Data(contentsOf: url)
    if expected == Data(actual.utf8) { return nil }
    let lines = LineDifference(
      from: String(decoding: expected, as: UTF8.self), to: actual)
    return "\(name) differs; UPDATE_GOLDENS=1 accepts it\n\(lines.text)"
  }
}
