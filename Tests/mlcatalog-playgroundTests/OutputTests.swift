import Foundation
import Testing

@Suite("The playground's output", .timeLimit(.minutes(1)))
struct OutputTests {
  @Test("a result that cannot be written is no success")
  func fullDisk() throws {
    let process = Process()
    process.executableURL = PlaygroundProcess.program
    process.arguments = ["--version"]
    let full = try #require(FileHandle(forWritingAtPath: "/dev/full"))
    process.standardOutput = full
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 73)
  }
}
