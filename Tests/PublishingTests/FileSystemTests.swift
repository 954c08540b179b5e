import Glibc
import Testing

@testable import Publishing

@Suite("Reading files")
struct FileSystemTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  @Test("a pipe into which nobody writes is given up", .timeLimit(.minutes(1)))
  func silentPipe() throws {
    let path = folder.path + "/pipe"
    try #require(mkfifo(path, 0o600) == 0)
    let error = #expect(throws: FileError.self) {
      try FileSystem.read(path, limit: 100, patience: 20)
    }
    #expect(error?.reason == "a pipe into which nobody writes")
  }

  @Test("a pipe that a shell makes of <(…) is read to its end", .timeLimit(.minutes(1)))
  func filledPipe() throws {
    var ends: [Int32] = [0, 0]
    try #require(pipe(&ends) == 0)
    defer { close(ends[0]) }
    let text = Array("name: churn\n".utf8)
    try #require(write(ends[1], text, text.count) == text.count)
    close(ends[1])
    #expect(try FileSystem.read("/dev/fd/\(ends[0])", limit: 100) == text)
  }

  @Test("a folder is no file")
  func folderAsFile() throws {
    let error = #expect(throws: FileError.self) { try FileSystem.read(folder.path, limit: 100) }
    #expect(error?.reason == "Is a directory")
  }
}
