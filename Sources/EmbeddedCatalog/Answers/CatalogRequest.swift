import JSONDocuments

/// A request that found its route.
struct CatalogRequest: Sendable {
  let server: ServerRequest
  let parameters: [String: String]

  /// The value of a placeholder of the route.
  subscript(parameter: String) -> String { parameters[parameter] ?? "" }

  /// The first value of a query parameter.
  func query(_ name: String) -> String? {
    server.query.first { $0.name == name }?.value
  }

  /// A truth value of the query; anything but `true` is false.
  func flag(_ name: String) -> Bool { query(name)?.lowercased() == "true" }

  /// A whole number of the query.
  func integer(
    _ name: String, default value: Int, in range: ClosedRange<Int>
  ) throws(CatalogFault) -> Int {
    guard let text = query(name) else { return value }
    guard let number = Int(text) else { throw CatalogFault(404, "HTTP 404 Not Found") }
    if number < range.lowerBound {
      throw .badRequest(
        "[query param \(name) must be greater than or equal to \(range.lowerBound)]")
    }
    if number > range.upperBound {
      throw .badRequest("[query param \(name) must be less than or equal to \(range.upperBound)]")
    }
    return number
  }

  func header(_ name: String) -> String? { server.headers[name] }

  /// The body as JSON.
  func body() throws(CatalogFault) -> JSON {
    if server.body.isEmpty { throw .badRequest("request body must not be null") }
    do { return try JSON(parsing: server.body) } catch {
      throw .badRequest("Unable to process JSON: \(error)")
    }
  }

  /// The body as a JSON object.
  func object() throws(CatalogFault) -> JSONObject {
    guard case .object(let object) = try body() else {
      throw .badRequest("Unable to process JSON: an object is expected")
    }
    return object
  }

  /// Whether soft-deleted entities are asked for.
  func include() throws(CatalogFault) -> EntityListing.Include {
    guard let text = query("include") else { return .nonDeleted }
    guard let include = EntityListing.Include(rawValue: text) else {
      throw CatalogFault(404, "HTTP 404 Not Found")
    }
    return include
  }
}
