import FullyQualifiedNames
public import HTTPClient

/// A tracking or registry URI, read.
///
/// It never shows the user name and the password that the text held.
public struct MLflowAddress: Sendable, Hashable, CustomStringConvertible {
  /// What a URI leads to.
  public enum Place: Sendable, Hashable {
    /// A server.
    case server(ServerURL)
    /// The Databricks workspace that the environment names, and one of its registries.
    case databricks(ModelRegistryKind)
  }

  /// Where it leads.
  public let place: Place
  /// The user name and the password that stood in it.
  public let credential: MLflowCredential?

  /// Reads `http(s)://[user[:password]@]host[:port][/prefix]`, `databricks` or `databricks-uc`.
  ///
  /// - Throws: ``ServerURLError`` for anything else, such as a folder or a database: those are
  ///   opened by MLflow itself, not by a client. Its message repeats nothing of the text.
  public init(parsing text: String) throws(ServerURLError) {
    switch text {
    case "databricks": (place, credential) = (.databricks(.mlflow), nil)
    case "databricks-uc": (place, credential) = (.databricks(.unityCatalog), nil)
    default:
      let (address, userInformation) = MLflowAddress.split(text)
      place = .server(try ServerURL(parsing: address))
      credential = try userInformation.map { part throws(ServerURLError) in
        try MLflowAddress.credential(part)
      }
    }
  }

  /// The URI without user name and password.
  public var description: String {
    switch place {
    case .server(let server): server.description
    case .databricks(.mlflow): "databricks"
    case .databricks(.unityCatalog): "databricks-uc"
    }
  }

  private static func split(_ text: String) -> (address: String, userInformation: Substring?) {
    guard let scheme = text.firstRange(of: "://") else { return (text, nil) }
    let rest = text[scheme.upperBound...]
    let authority = rest.prefix { !"/?#\\".contains($0) }
    guard let at = authority.lastIndex(of: "@") else { return (text, nil) }
    let address = text[..<scheme.upperBound] + rest[rest.index(after: at)...]
    return (String(address), authority[..<at])
  }

  private static func credential(_ part: Substring) throws(ServerURLError) -> MLflowCredential {
    let pieces = part.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard let user = PercentEncoding.decoded(pieces[0].utf8),
      let password = PercentEncoding.decoded((pieces.count == 2 ? pieces[1] : "").utf8)
    else {
      throw ServerURLError("the user information of the URL is not percent-encoded UTF-8")
    }
    return .basic(user: user, password: Secret(password))
  }
}
