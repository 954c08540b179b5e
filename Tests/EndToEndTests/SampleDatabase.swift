import Foundation
import Testing

/// A real PostgreSQL with the sample database of `docker/postgres`.
enum SampleDatabase {
  /// Runs a body while the database is there; the body gets its address, `host:port`.
  static func during<Result>(_ body: (String) async throws -> Result) async throws -> Result {
    let script = ProgramRun.packageFolder.appending(path: "scripts/sample-database")
    let folder = FileManager.default.temporaryDirectory.appending(path: "database-\(UUID())")
    let start = try await ProgramRun.of(script, ["start", folder.path])
    try #require(start.status == 0, "\(start.errors)")
    let result: Swift.Result<Result, any Error>
    do {
      result = .success(
        try await body(start.output.trimmingCharacters(in: .whitespacesAndNewlines)))
    } catch {
      result = .failure(error)
    }
    let stop = try await ProgramRun.of(script, ["stop", folder.path])
    #expect(stop.status == 0, "\(stop.errors)")
    try? FileManager.default.removeItem(at: folder)
    return try result.get()
  }
}
