/// What people write into the project config to say where the catalog is.
///
/// It does not belong there: a file of the repository must not be able to lead a token elsewhere.
enum ConnectionKeys {
  private static let server: Set<String> = [
    "host", "hostport", "server", "serverurl", "url", "openmetadata", "openmetadatahost",
    "openmetadataserverurl", "openmetadataserverconfig",
  ]

  /// Where what a key says belongs; nil for any other key.
  static func home(of key: String) -> String? {
    guard server.contains(key.lowercased().filter(\.isLetter)) else { return nil }
    return "the server is named by OPENMETADATA_HOST, in the environment or in `.env`, or by --host"
  }
}
