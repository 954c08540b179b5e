import JSONDocuments

/// Answers what a browser asks for: pages, their style, signing in and out.
struct PageHandler: Sendable {
  private let store: CatalogStore
  private let access: AccessServices
  private let line: ServerLine
  private let context: @Sendable (StoreSession, Principal) -> CatalogContext

  /// - Parameter context: What a request of a principal is answered from.
  init(
    store: CatalogStore, access: AccessServices, line: ServerLine,
    context: @escaping @Sendable (StoreSession, Principal) -> CatalogContext
  ) {
    self.store = store
    self.access = access
    self.line = line
    self.context = context
  }

  func answer(to request: ServerRequest) -> ServerResponse {
    do throws(CatalogFault) {
      return try store.read { (session) throws(CatalogFault) in try answer(request, session) }
    } catch {
      return FaultPage(error).response(line: line)
    }
  }

  private func answer(
    _ request: ServerRequest, _ session: StoreSession
  ) throws(CatalogFault) -> ServerResponse {
    switch (request.method, request.path) {
    case ("GET", ["assets", "page.css"]): return .asset(StyleSheet.text, "text/css")
    case ("GET", ["favicon.ico"]), ("GET", ["assets", "icon.svg"]):
      return .asset(StyleSheet.icon.source, "image/svg+xml")
    case ("GET", ["signin"]):
      return SignInPage(wanted: LocalTarget(request.queryValue("next") ?? "")).response()
    case ("POST", ["signin"]):
      return try SignIn(context(session, .anonymous)).answer(to: request)
    case ("POST", ["logout"]): return try SignIn.end(request)
    case ("GET", _): return try page(request, session)
    case (_, ["logout"]), (_, ["signin"]): throw CatalogFault(405, "Method Not Allowed")
    default: throw CatalogFault(405, "Pages can be read, not changed; use the API to change things")
    }
  }

  /// The page that is wanted, or the one for signing in.
  private func page(
    _ request: ServerRequest, _ session: StoreSession
  ) throws(CatalogFault) -> ServerResponse {
    guard let principal = try principal(of: request, session) else {
      let wanted = LocalTarget(request.rawTarget) ?? .home
      let query = wanted == .home ? [] : [("next", wanted.text)]
      return .redirect(to: PageLink(["signin"], query: query))
    }
    let context = context(session, principal)
    let viewer = Viewer(context)
    do throws(CatalogFault) {
      return .page(try PageRoutes(viewer).page(request).document(for: viewer))
    } catch {
      return FaultPage(error).response(line: line, viewer: viewer)
    }
  }

  /// Who the cookie says is reading; nil without one that is good now.
  private func principal(of request: ServerRequest, _ session: StoreSession) throws(CatalogFault)
    -> Principal?
  {
    guard let token = SessionCookie.token(in: request.headers["cookie"]) else { return nil }
    var bearer = request
    bearer.headers["authorization"] = "Bearer " + token
    let now = context(session, .anonymous).now / 1000
    do throws(CatalogFault) {
      return try Authenticator(session: session, access: access, line: line, now: now)
        .principal(of: bearer)
    } catch {
      if error.status >= 500 { throw error }
      return nil
    }
  }
}
