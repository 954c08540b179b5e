import Diagnostics

/// The `--set` options as they were typed, one a line, as the text that findings about them show.
struct CommandLineText {
  /// What stands in the place of a file's path.
  static let name = "command line"
  private static let option = "--set "

  let file: SourceFile
  /// Where each argument begins, in bytes.
  let offsets: [Int]

  init(_ arguments: [String]) {
    var bytes: [UInt8] = []
    var offsets: [Int] = []
    for argument in arguments {
      bytes += Self.option.utf8
      offsets.append(bytes.count)
      bytes += argument.utf8
      bytes.append(UInt8(ascii: "\n"))
    }
    self.offsets = offsets
    file = SourceFile(path: Self.name, bytes: bytes)
  }

  func range(from offset: Int, count: Int) -> SourceRange {
    SourceRange(
      path: Self.name, start: file.position(ofByte: offset),
      end: file.position(ofByte: offset + count))
  }
}
