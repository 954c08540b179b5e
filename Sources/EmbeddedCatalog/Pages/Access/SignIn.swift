import JSONDocuments

/// Signing in and out with the form: the API's own login, its limits included.
struct SignIn {
  private static let maximumForm = 16_384
  private let context: CatalogContext

  init(_ context: CatalogContext) { self.context = context }

  /// A session and the page that was wanted, or the form again with what was wrong.
  func answer(to request: ServerRequest) throws(CatalogFault) -> ServerResponse {
    try FormOrigin.check(request)
    let form = try Self.form(request)
    let wanted = LocalTarget(form["next"] ?? "")
    let email = form["email"] ?? ""
    do throws(CatalogFault) {
      let session = try Login(context).session(email: email, password: form["password"] ?? "")
      guard let token = session["accessToken"]?.string else {
        throw .internalError("the login gave no token")
      }
      return .redirect(
        to: (wanted ?? .home).link, headers: [SessionCookie.begin(token)])
    } catch {
      if error.status >= 500 { throw error }
      return SignInPage(wanted: wanted, email: email, problem: error.message)
        .response(status: error.status)
    }
  }

  /// Forgets the session.
  static func end(_ request: ServerRequest) throws(CatalogFault) -> ServerResponse {
    try FormOrigin.check(request)
    return .redirect(to: PageLink(["signin"]), headers: [SessionCookie.end])
  }

  /// The fields of a form (WHATWG URL, application/x-www-form-urlencoded); the first of a name.
  private static func form(_ request: ServerRequest) throws(CatalogFault) -> [String: String] {
    let type = request.headers["content-type"]?.lowercased() ?? ""
    guard type.hasPrefix("application/x-www-form-urlencoded") else {
      throw CatalogFault(415, "The form has to be sent as application/x-www-form-urlencoded.")
    }
    guard request.body.count <= maximumForm else {
      throw CatalogFault(413, "The form is larger than \(maximumForm) bytes.")
    }
    guard let text = String(validating: request.body, as: UTF8.self),
      let target = RequestTarget("/?" + text)
    else { throw .badRequest("The form cannot be read.") }
    return Dictionary(target.query.map { ($0.name, $0.value) }) { first, _ in first }
  }
}
