import Foundation
import JSONDocuments
import TestSupport

/// The files in `docker`, as the tools see them that people use on them.
enum ContainerStack {
  static let composeFile = ProgramRun.packageFolder.appending(path: "docker/docker-compose.yml")
  static let dockerfile = ProgramRun.packageFolder.appending(path: "docker/Dockerfile")

  /// The stack as Compose resolves it, with all profiles, in JSON.
  ///
  /// - Parameter environment: Variables for the file; `docker/.env` is not read.
  static func resolved(_ environment: [String: String] = [:]) async throws -> JSON {
    let arguments = [
      "--file", composeFile.path, "--env-file", "/dev/null", "--profile", "*", "config",
      "--format", "json",
    ]
    let run = try await tool("docker-compose", arguments, environment: environment)
    guard run.status == 0 else { throw ToolError(description: run.errors) }
    return try JSON(parsing: run.output)
  }

  /// Runs a tool of the environment that `make setup` makes.
  static func tool(
    _ name: String, _ arguments: [String], environment: [String: String] = [:]
  ) async throws -> ProgramRun {
    guard let tools = PythonEnvironment.tools else {
      throw ToolError(description: "no tools: run `make setup`")
    }
    let program = URL(filePath: tools.python).deletingLastPathComponent().appending(path: name)
    return try await ProgramRun.of(program, arguments, environment: environment)
  }

  struct ToolError: Error, CustomStringConvertible {
    let description: String
  }
}
