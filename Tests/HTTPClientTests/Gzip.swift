import Foundation

/// Compresses by the `gzip` program.
func gzipped(_ bytes: [UInt8]) throws -> [UInt8] {
  let file = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
  try Data(bytes).write(to: file)
  defer { try? FileManager.default.removeItem(at: file) }
  let output = Pipe()
  let process = Process()
  process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
  process.arguments = ["gzip", "-c", file.path]
  process.standardOutput = output
  try process.run()
  let packed = try output.fileHandleForReading.readToEnd() ?? Data()
  process.waitUntilExit()
  return Array(packed)
}
