/// What people write into the project config to say where the catalog is and who they are.
///
/// Neither belongs there: a file of the repository must not be able to lead a token elsewhere.
enum ConnectionKeys {
  private static let server: Set<String> = [
    "host", "hostport", "server", "serverurl", "url", "openmetadata", "openmetadatahost",
    "openmetadataserverurl", "openmetadataserverconfig",
  ]
  private static let token: Set<String> = [
    "token", "jwt", "jwttoken", "accesstoken", "apikey", "openmetadatatoken",
    "openmetadatajwttoken", "securityconfig",
  ]

  /// Where what a key says belongs; nil for any other key.
  static func home(of key: String) -> String? {
    let word = key.lowercased().filter { $0.isLetter }
    if server.contains(word) {
      return
        "the server is named by OPENMETADATA_HOST, in the environment or in `.env`, or by --host"
    }
    if token.contains(word) {
      return
        "a token belongs into OPENMETADATA_JWT_TOKEN, in the environment or in a `.env` that is "
        + "not committed"
    }
    return nil
  }
}
