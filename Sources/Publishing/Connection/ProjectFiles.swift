public import Diagnostics

/// The files that hold a project's settings.
public struct ProjectFiles: Sendable {
  static let configName = "mlcatalog.yaml"
  private static let readLimit = 4 * 1024 * 1024 + 1

  /// The project config; nil when there is none.
  public let config: SourceFile?
  /// The `.env` beside the project config, or in the working directory when there is none.
  public let environmentFile: EnvironmentFile?

  /// Looks for the files.
  ///
  /// The project config is the one that is named, else the first `mlcatalog.yaml` from the working
  /// directory up to the root of its Git repository; outside of a repository only the working
  /// directory counts.
  ///
  /// - Parameters:
  ///   - named: The path of `--config`.
  ///   - environment: The variables; `MLCATALOG_CONFIG` may name the project config.
  /// - Throws: ``SettingsError`` for a named file that cannot be read, and for a bad `.env`.
  public init(named: String?, environment: [String: String]) throws(SettingsError) {
    let variable = environment["MLCATALOG_CONFIG"].flatMap { $0.isEmpty ? nil : $0 }
    let path = named ?? variable ?? ProjectFiles.discoveredConfig()
    do throws(FileError) {
      config = try path.map { path throws(FileError) in
        try LinkBounds.check(path, isNamed: named != nil || variable != nil)
        let bytes = try FileSystem.read(path, limit: ProjectFiles.readLimit)
        return SourceFile(path: path, bytes: bytes)
      }
    } catch {
      throw .unreadableFile(error, isOption: named != nil)
    }
    let folder = path.flatMap { path in
      path.lastIndex(of: "/").map { String(path[...$0]) }
    }
    environmentFile = try ProjectFiles.environmentFile(
      (folder ?? "") + ".env", isNamed: named != nil || variable != nil)
  }

  private static func environmentFile(
    _ path: String, isNamed: Bool
  ) throws(SettingsError) -> EnvironmentFile? {
    guard FileSystem.kind(path) == .file else { return nil }
    let bytes: [UInt8]
    do throws(FileError) {
      try LinkBounds.check(path, isNamed: isNamed)
      bytes = try FileSystem.read(path, limit: readLimit)
    } catch {
      throw .unreadableFile(error, isOption: false)
    }
    return try EnvironmentFile(path: path, text: String(decoding: bytes, as: UTF8.self))
  }

  private static func discoveredConfig() -> String? {
    var steps = FileSystem.workingDirectory.split(separator: "/")
    var prefix = ""
    while true {
      if FileSystem.kind(prefix + configName) == .file {
        let isReachable = prefix.isEmpty || RepositoryRoot.gitRoot != nil
        return isReachable ? prefix + configName : nil
      }
      if FileSystem.kind(prefix + ".git") != nil || steps.isEmpty { return nil }
      steps.removeLast()
      prefix += "../"
    }
  }
}
