import Arguments
import Diagnostics
import Publishing

/// The files that a run reads, which no report may be written over.
struct InputPaths {
  /// The variables that name files.
  private static let variables = [
    "OPENMETADATA_JWT_TOKEN_FILE", "OPENMETADATA_TOKEN_FILE", "MLCATALOG_CONFIG",
    "AZURE_FEDERATED_TOKEN_FILE", "ARM_OIDC_TOKEN_FILE_PATH", "AZURE_CLIENT_CERTIFICATE_PATH",
    "SSL_CERT_FILE", "REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE",
  ]

  private let paths: [String]

  /// Takes what was named and what was found.
  ///
  /// - Parameters:
  ///   - read: Paths of the command line, and those of the files that were found.
  ///   - files: The settings; nil when they cannot be read.
  ///   - environment: The variables.
  init(
    _ read: [String], _ files: ProjectFiles?, _ environment: [String: String]
  ) {
    let variables = Self.variables.flatMap { name in
      [environment[name], files?.environmentFile?.values[name]].compactMap(\.self)
    }
    let settings = [files?.config?.path, files?.environmentFile?.path].compactMap(\.self)
    let usual = [".env", "mlcatalog.yaml", LockFile.path(besideConfig: files?.config?.path)]
    paths = read + settings + variables + usual
  }

  /// Says no to a report in the place of one of the files, also behind a link.
  func check(_ targets: [ReportTarget]) throws(UsageError) {
    for target in targets { try check(target.path, of: PublishCommand.output, "a report") }
  }

  /// Says no to a file that an option would write in the place of one of the files.
  func check(_ target: String, of option: Option, _ what: String) throws(UsageError) {
    guard let path = paths.first(where: { OutputFile.isSame($0, target) }) else { return }
    throw UsageError(
      "'--\(option.long)' would write \(what) over \(path), which this run reads",
      hint: "give it a file of its own")
  }
}
