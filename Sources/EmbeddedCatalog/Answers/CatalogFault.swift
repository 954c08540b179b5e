/// Why a request is refused, as the client will read it.
struct CatalogFault: Error, Sendable, Hashable {
  let status: Int
  let message: String
  var headers: [String: String] = [:]

  init(_ status: Int, _ message: String, headers: [String: String] = [:]) {
    self.status = status
    self.message = message
    self.headers = headers
  }

  /// 400.
  static func badRequest(_ message: String) -> CatalogFault { CatalogFault(400, message) }

  /// 401.
  static func unauthorized(_ message: String) -> CatalogFault { CatalogFault(401, message) }

  /// 403.
  static func forbidden(_ message: String) -> CatalogFault { CatalogFault(403, message) }

  /// 404 in OpenMetadata's wording.
  static func notFound(_ type: String, _ identity: String) -> CatalogFault {
    CatalogFault(404, "\(type) instance for \(identity) not found")
  }

  /// 404 for a path that leads nowhere.
  static let noRoute = CatalogFault(404, "HTTP 404 Not Found")

  /// 500 with the text of what went wrong.
  static func internalError(_ message: String) -> CatalogFault { CatalogFault(500, message) }
}
