import Foundation
import Glibc

/// The programs of a PostgreSQL server on this machine.
struct PostgreSQLPrograms {
  /// The newest that is installed.
  static let installed: PostgreSQLPrograms? = {
    let root = "/usr/lib/postgresql"
    let versions = (try? FileManager.default.contentsOfDirectory(atPath: root)) ?? []
    let folders = versions.sorted { (Int($0) ?? 0) > (Int($1) ?? 0) }.map { "\(root)/\($0)/bin" }
    return (folders + ["/usr/local/pgsql/bin", "/usr/bin"])
      .first { FileManager.default.isExecutableFile(atPath: $0 + "/initdb") }
      .map(PostgreSQLPrograms.init)
  }()

  let folder: String

  /// Makes a folder with the data of a new server.
  func makeData(in data: String, password: String) throws {
    try FileManager.default.createDirectory(atPath: data, withIntermediateDirectories: false)
    let passwordFile = data + ".password"
    try Data(password.utf8).write(to: URL(fileURLWithPath: passwordFile))
    defer { try? FileManager.default.removeItem(atPath: passwordFile) }
    if geteuid() == 0 { try finish(["/bin/chown", "postgres", data, passwordFile]) }
    try finish(
      asServer([
        folder + "/initdb", "--pgdata=\(data)", "--username=postgres", "--pwfile=\(passwordFile)",
        "--auth=scram-sha-256", "--encoding=UTF8", "--locale=C", "--no-sync",
      ]))
  }

  /// Starts a server, which runs until the input ends and then removes its data.
  func start(in data: String, port: UInt16, until input: FileHandle) throws {
    // The shell's own `wait` would sleep for ever: it inherits our threads' blocked signals.
    let script = """
      "$1/postgres" -D "$2" -p "$3" -c listen_addresses=127.0.0.1 -c fsync=off \
        -c unix_socket_directories= >"$2/log" 2>&1 </dev/null &
      read -r line
      "$1/pg_ctl" stop --silent --mode=fast --pgdata="$2"
      rm -rf "$2"
      """
    let server = process(asServer(["/bin/sh", "-c", script, "sh", folder, data, "\(port)"]))
    server.standardInput = input
    server.standardOutput = FileHandle.nullDevice
    server.standardError = FileHandle.nullDevice
    try server.run()
    for _ in 0..<600 {
      let question = process([folder + "/pg_isready", "-q", "-h", "127.0.0.1", "-p", "\(port)"])
      try question.run()
      question.waitUntilExit()
      if question.terminationStatus == 0 { return }
      usleep(50_000)
    }
    throw PrivatePostgreSQLError("PostgreSQL does not start on port \(port)")
  }

  /// Runs statements by `psql`; the first that fails is an error.
  func run(_ script: String, port: UInt16, database: String, password: String) throws {
    let file = FileManager.default.temporaryDirectory.path + "/\(UUID().uuidString).sql"
    try Data(script.utf8).write(to: URL(fileURLWithPath: file))
    defer { try? FileManager.default.removeItem(atPath: file) }
    try finish(
      [
        folder + "/psql", "--no-psqlrc", "--quiet", "--set=ON_ERROR_STOP=1", "--host=127.0.0.1",
        "--port=\(port)", "--username=postgres", "--dbname=\(database)", "--file=\(file)",
      ], environment: ["PGPASSWORD": password, "PGOPTIONS": "-c client_min_messages=warning"])
  }

  /// A command as it must be run: the server refuses to run as root.
  private func asServer(_ command: [String]) -> [String] {
    geteuid() == 0 ? ["/sbin/runuser", "-u", "postgres", "--"] + command : command
  }

  private func process(_ command: [String], environment: [String: String] = [:]) -> Process {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: command[0])
    process.arguments = Array(command.dropFirst())
    process.environment = ["PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"]
      .merging(environment) { $1 }
    process.currentDirectoryURL = URL(fileURLWithPath: "/")
    return process
  }

  private func finish(_ command: [String], environment: [String: String] = [:]) throws {
    let process = process(command, environment: environment)
    let output = Pipe()
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let text = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw PrivatePostgreSQLError("\(command[0]): \(String(decoding: text, as: UTF8.self))")
    }
  }
}
