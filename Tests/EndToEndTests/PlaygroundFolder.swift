import Foundation
import JSONDocuments

/// A folder for a run of `scripts/playground`, with a stand-in for `docker`; gone after the test.
final class PlaygroundFolder: Sendable {
  private let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "playground-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// The folder that is searched for programs first.
  var tools: String { folder.appending(path: "tools").path }

  /// Whether the script has left anything.
  var hasState: Bool { FileManager.default.fileExists(atPath: state) }

  private var state: String { folder.appending(path: "state").path }
  private var log: String { folder.appending(path: "calls").path }

  /// Runs the script with a command such as `run`.
  func script(
    _ command: String, playground: String, path: String? = nil
  ) async throws -> ProgramRun {
    let inherited = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    return try await ProgramRun.of(
      ProgramRun.packageFolder.appending(path: "scripts/playground"), [command],
      environment: [
        "PLAYGROUND": playground, "MLCATALOG_PLAYGROUND_FOLDER": state,
        "MLCATALOG_PROGRAMS": PublisherProcess.executable.deletingLastPathComponent().path,
        "PATH": path ?? "\(tools):\(inherited)",
      ])
  }

  /// A model of the playground's catalog as its REST API shows it; `output` says where that is.
  func model(_ path: String, _ output: String) async throws -> JSON {
    let address = output.firstMatch(of: /REST API +(http:\S+?),/)?.output.1 ?? ""
    let token = try String(contentsOfFile: "\(state)/token", encoding: .utf8)
      .trimmingCharacters(in: .whitespacesAndNewlines)
    let answer = try await ProgramRun.of(
      URL(filePath: "/usr/bin/curl"),
      [
        "--silent", "--noproxy", "*", "--header", "Authorization: Bearer \(token)",
        "\(address)/mlmodels/name/\(path)?fields=extension",
      ])
    return try JSON(parsing: Array(answer.output.utf8))
  }

  /// Puts a shell script in the place of `docker`.
  func write(docker text: String) throws {
    try FileManager.default.createDirectory(atPath: tools, withIntermediateDirectories: true)
    try Data("#!/usr/bin/env bash\n\(text)\n".utf8).write(to: URL(filePath: "\(tools)/docker"))
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: "\(tools)/docker")
  }

  /// Makes a folder of programs that holds these of the system and nothing else.
  func writeTools(_ names: [String]) throws {
    try FileManager.default.createDirectory(atPath: tools, withIntermediateDirectories: true)
    for name in names {
      try FileManager.default.createSymbolicLink(
        atPath: "\(tools)/\(name)", withDestinationPath: "/usr/bin/\(name)")
    }
  }

  /// A `docker` that writes down each call of Compose and says that the containers' ports are
  /// those of other servers.
  func stack(catalog: String, database: String, isHealthy: Bool = true) -> String {
    let running = folder.appending(path: "running").path
    return """
      case "$*" in
        'compose version --short') echo v2.40.3; exit ;;
        info\\ *) echo 16000000000; exit ;;
      esac
      [ "$1 $2 $3" = "compose --file $PWD/docker/docker-compose.yml" ] || exit 99
      shift 3
      echo "$*" >>'\(log)'
      case "$*" in
        up\\ *) \(isHealthy ? "touch '\(running)'" : "exit 1") ;;
        'port openmetadata-server 8585') echo '\(catalog)' ;;
        'port sample-postgresql 5432') echo '\(database)' ;;
        ps\\ --quiet*) if [ -e '\(running)' ]; then echo 5eb1; fi ;;
        stop | *\\ down\\ *) rm -f '\(running)' ;;
      esac
      """
  }

  /// The calls of Compose, without the name of the file.
  func calls() throws -> [String] {
    try String(contentsOf: URL(filePath: log), encoding: .utf8).split(separator: "\n")
      .map(String.init)
  }
}
