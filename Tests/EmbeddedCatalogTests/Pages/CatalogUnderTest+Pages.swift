import FullyQualifiedNames
import JSONDocuments
import Testing

@testable import EmbeddedCatalog

extension CatalogUnderTest {
  /// What a browser gets.
  struct PageReply {
    let status: Int
    let headers: [String: String]
    let text: String

    /// The session in a `Set-Cookie`, as a `Cookie` header sends it back.
    var cookie: String? { headers["set-cookie"]?.split(separator: ";").first.map(String.init) }
  }

  /// Asks as a browser does; `as` is a session token.
  func page(
    _ target: String, as token: String? = nil, method: String = "GET",
    form: [(String, String)]? = nil, headers: [String: String] = [:]
  ) throws -> PageReply {
    var all = headers
    all["host"] = "catalog.test"
    if let token { all["cookie"] = "other=1; mlcatalog-session=\(token)" }
    var body: [UInt8] = []
    if let form {
      all["content-type"] = all["content-type"] ?? "application/x-www-form-urlencoded"
      body = Array(PercentEncoding.query(form).utf8)
    }
    let answer = try Self.answer(of: handler, method, target, all, body)
    return PageReply(
      status: answer.status, headers: answer.headers,
      text: String(decoding: answer.body, as: UTF8.self))
  }

  /// Sends the form for signing in.
  func signIn(
    _ email: String = "admin@open-metadata.org", _ password: String = "admin",
    next: String? = nil, headers: [String: String] = [:]
  ) throws -> PageReply {
    var form = [("email", email), ("password", password)]
    if let next { form.append(("next", next)) }
    return try page("/signin", method: "POST", form: form, headers: headers)
  }
}
