import FoundationEssentials
import JSONDocuments

/// Answers requests from the data file, one transaction for each.
final class CatalogHandler: Sendable {
  private let store: CatalogStore
  private let router: Router
  private let line: ServerLine
  private let kinds = EntityKinds.standard
  private let access: AccessServices
  let remembered = RememberedAnswers()
  private let clock: @Sendable () -> Int64

  /// Opens the data file and fills it when it is new.
  ///
  /// - Parameter clock: Milliseconds since 1970.
  init(
    _ configuration: CatalogConfiguration,
    clock: @escaping @Sendable () -> Int64 = { Int64(Date().timeIntervalSince1970 * 1000) }
  ) throws(CatalogFault) {
    guard let line = ServerLine(version: configuration.version) else {
      throw .badRequest("\(configuration.version) is no version of OpenMetadata")
    }
    self.line = line
    self.clock = clock
    router = Router(
      SystemRoutes.routes(version: configuration.version, startedAt: clock()) + LineageRoutes.routes
        + SearchRoutes.routes + PermissionRoutes.routes
        + EntityKinds.standard.all.flatMap(EntityRoutes.routes), line: line)
    store = try CatalogStore(path: configuration.dataPath)
    access = AccessServices(key: try Self.signingKey(in: store))
    try fill(adminPassword: configuration.adminPassword)
  }

  /// Ends the use of the data file; no request may follow.
  func close() { store.removeTemporaryFiles() }

  /// What becomes of a request that came to the server at this address.
  func reply(
    to request: ServerRequest, at baseURL: String, with deviation: Deviation = .none
  ) -> Reply {
    // What does not lie below /api is for people.
    if request.path.first != "api" {
      return .later { self.pages(baseURL).answer(to: request) }
    }
    switch router.match(request) {
    case .none: return .now(Self.response(Answer(.noRoute)))
    case .wrongMethod:
      return .now(Self.response(Answer(CatalogFault(405, "HTTP 405 Method Not Allowed"))))
    case .found(let route, let parameters):
      let found = CatalogRequest(server: request, parameters: parameters)
      return reply(to: found, route, baseURL, deviation)
    }
  }

  private func reply(
    to request: CatalogRequest, _ route: Route, _ baseURL: String, _ deviation: Deviation
  ) -> Reply {
    let answer = { @Sendable in self.answer(to: request, route, baseURL, deviation) }
    guard route.isRepeatable, deviation.isNone, request.server.body.isEmpty,
      let authorization = request.header("authorization"),
      Authenticator.hasGoodToken(request.server, access: access, now: clock() / 1000),
      let state = try? store.state()
    else { return route.isLong ? .later(answer) : .now(answer()) }
    let question = RememberedAnswers.Question(
      authorization: authorization, target: request.server.rawTarget, baseURL: baseURL)
    if let known = remembered.answer(to: question, from: state) { return .now(known) }
    let answerAndRemember = { @Sendable in
      let response = answer()
      // What was written meanwhile is perhaps in the answer, and perhaps not.
      if response.status == 200, (try? self.store.state()) == state {
        self.remembered.remember(response, to: question, from: state)
      }
      return response
    }
    return route.isLong ? .later(answerAndRemember) : .now(answerAndRemember())
  }

  private func pages(_ baseURL: String) -> PageHandler {
    PageHandler(store: store, access: access, line: line) { session, principal in
      self.context(session, principal, baseURL, self.clock())
    }
  }

  /// The state of now, to answer from later.
  func snapshot() -> StoreSnapshot? { try? store.snapshot() }

  private func answer(
    to request: CatalogRequest, _ route: Route, _ baseURL: String, _ deviation: Deviation
  ) -> ServerResponse {
    do throws(CatalogFault) {
      return Self.response(try perform(route, request, baseURL, deviation))
    } catch { return Self.response(Answer(error)) }
  }

  private func perform(
    _ route: Route, _ request: CatalogRequest, _ baseURL: String, _ deviation: Deviation
  ) throws(CatalogFault) -> Answer {
    let now = clock()
    let answer: @Sendable (StoreSession, Principal) throws(CatalogFault) -> Answer = {
      (session, principal) throws(CatalogFault) in
      var context = self.context(session, principal, baseURL, now)
      context.deviation = deviation
      return try route.action(request, context)
    }
    try Self.checkContentType(request)
    try carryOut(deviation.foreignWrites, baseURL, now)
    if let snapshot = deviation.snapshot, route.method == "GET" {
      // Who somebody is, is known now, even if the rest is old.
      let principal = try store.read { (session) throws(CatalogFault) in
        try self.principal(route, request, session, now)
      }
      return try snapshot.read { (session) throws(CatalogFault) in try answer(session, principal) }
    }
    let whole: @Sendable (StoreSession) throws(CatalogFault) -> Answer = {
      (session) throws(CatalogFault) in
      try answer(session, try self.principal(route, request, session, now))
    }
    return route.isReading ? try store.read(whole) : try store.write(whole)
  }

  /// Lets the administrator do what happens right before a request.
  private func carryOut(
    _ writes: [ForeignWrite], _ baseURL: String, _ now: Int64
  ) throws(CatalogFault) {
    if writes.isEmpty { return }
    try store.write { (session) throws(CatalogFault) in
      guard let admin = try session.entity("user", named: "admin") else { return }
      let context = self.context(session, Principal(admin), baseURL, now)
      for write in writes { try write.carryOut(in: context) }
    }
  }

  private func principal(
    _ route: Route, _ request: CatalogRequest, _ session: StoreSession, _ now: Int64
  ) throws(CatalogFault) -> Principal {
    guard route.audience == .authenticated else { return .anonymous }
    return try Authenticator(session: session, access: access, line: line, now: now / 1000)
      .principal(of: request.server)
  }

  /// - Throws: 415 for a body that is said to be no JSON.
  private static func checkContentType(_ request: CatalogRequest) throws(CatalogFault) {
    guard !request.server.body.isEmpty, let type = request.header("content-type") else { return }
    if type.lowercased().hasPrefix("application/json") { return }
    throw CatalogFault(415, "HTTP 415 Unsupported Media Type")
  }

  private func context(
    _ session: StoreSession, _ principal: Principal, _ baseURL: String, _ now: Int64
  ) -> CatalogContext {
    CatalogContext(
      session: session, line: line, kinds: kinds, principal: principal, baseURL: baseURL,
      now: now, access: access)
  }

  private static func response(_ answer: Answer) -> ServerResponse {
    var headers = [("Content-Type", "application/json")]
    headers += answer.headers.map { ($0.name, $0.value) }
    return ServerResponse(
      status: answer.status, headers: headers, body: answer.body?.encoded() ?? [])
  }

  // MARK: A new data file

  /// The key is made with the data and kept with it, so that tokens outlive a restart.
  private static func signingKey(in store: CatalogStore) throws(CatalogFault) -> SigningKey {
    let kept = try store.read { (session) throws(CatalogFault) in
      try session.secret("signing-key", of: "server")
    }
    do {
      if let kept { return try SigningKey(pem: kept) }
      let key = try SigningKey.generate()
      let pem = key.pem
      try store.write { (session) throws(CatalogFault) in
        try session.setSecret("signing-key", of: "server", to: pem)
      }
      return key
    } catch let fault as CatalogFault { throw fault } catch {
      throw .internalError("cannot make a signing key: \(error)")
    }
  }

  private func fill(adminPassword: String) throws(CatalogFault) {
    try store.write { (session) throws(CatalogFault) in
      let context = self.context(session, .system, "http://localhost", self.clock())
      try DefaultTypes(context).create()
      if try session.entity("user", named: "admin") != nil { return }
      try DefaultEntities(context).create(adminPassword: adminPassword)
    }
  }
}
