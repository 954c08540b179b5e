public import Diagnostics
import HTTPClient

/// The way to a server: name, proxy, connection, certificate; each step only when the former holds.
public struct WayToServer: Sendable {
  let server: ServerURL
  /// What names the server, in words.
  let source: String
  let transport: TransportConfiguration

  /// The way of settings that hold.
  init(_ settings: ConnectionSettings) {
    server = settings.server
    source = settings.serverSource
    transport = settings.transport
  }

  /// The way to a server for which there is no token; nil when no server is named either, or when it
  /// cannot be told how requests travel.
  public init?(
    options: ConnectionOptions, environment: [String: String], file: EnvironmentFile?,
    projectHost: Located<String>?
  ) {
    guard
      let (server, origin, source) = try? ConnectionSettings.server(
        options, environment, file, projectHost),
      var transport = try? TransportConfiguration(environment: environment)
    else { return nil }
    if ![.option, .environment].contains(origin) {
      // What proves who we are goes only where the operator sent it, never where a file leads.
      transport.extraHeaders = HTTPHeaders()
      transport.clientCertificate = nil
    }
    self.server = server
    self.source = source
    self.transport = transport
  }

  /// Goes the way, and gives the server's answer to the question for its version; nil when none came.
  func examine(_ examination: inout Examination) async -> HTTPResponse? {
    let proxy = transport.proxies.place(for: server)
    guard await checkName(proxy, &examination) else { return nil }
    let request = HTTPRequest(
      .get, "\(server)/api/v1/system/version", headers: ["Accept": "application/json"])
    do throws(TransportError) {
      let answer = try await CurlTransport(configuration: transport).send(request)
      if answer.status == 407 { return wantCredentials(proxy, &examination) }
      passProxy(proxy, &examination)
      examination.pass(.connection, "\(server.authority) answers")
      await passCertificate(&examination)
      return answer
    } catch {
      await fail(error, proxy, &examination)
      return nil
    }
  }

  private func checkName(_ proxy: ProxyPlace?, _ examination: inout Examination) async -> Bool {
    let host = proxy?.host ?? server.host
    let what = proxy.map { "the proxy of \($0.variables)" } ?? source
    switch await NameLookup.of(host) {
    case .addresses(let addresses):
      examination.pass(
        .name, addresses == [host] ? "\(host) is an address" : "\(host) is \(addresses[0])")
      return true
    case .failure(let words, let isPassing):
      examination.fail(
        .name,
        Diagnostic(
          .unknownHost, "no address is known for `\(host)`, which \(what) names: \(words)",
          hint: isPassing
            ? "the resolver could not ask: see to the network, or try again"
            : "correct the name, or ask from a network that knows it"), .unavailable)
      return false
    }
  }

  private func passProxy(_ proxy: ProxyPlace?, _ examination: inout Examination) {
    examination.pass(
      .proxy, proxy.map { "through \($0.host):\($0.port), of \($0.variables)" } ?? "none is used")
  }

  private func passCertificate(_ examination: inout Examination) async {
    guard server.isSecure else {
      return examination.skip([.certificate], "plain http has none")
    }
    if transport.trust == .unverified {
      return examination.doubt(
        .certificate,
        Diagnostic(
          .certificatesUnverified, "OPENMETADATA_VERIFY_SSL lets any certificate pass",
          hint: "let OPENMETADATA_CA_BUNDLE name the authority's certificate instead"))
    }
    let chain = await CertificateProbe.certificates(of: server, transport)
    let issuer = chain.first.map { ServerCertificate.commonName($0.issuer) }
    let end = chain.first?.ends.map { ", until \(Moment.text($0))" } ?? ""
    examination.pass(
      .certificate,
      "issued by \(issuer.map { "`\($0)`" } ?? "somebody who is trusted")\(end); \(trust)")
  }

  /// Where the authorities come from.
  private var trust: String {
    switch transport.trust {
    case .system: "the authorities are the system's"
    case .path(let path, let variable): "the authorities are those of \(variable), \(path)"
    case .unverified: "any authority passes"
    }
  }

  // MARK: Where the way ends

  private func fail(
    _ error: TransportError, _ proxy: ProxyPlace?, _ examination: inout Examination
  ) async {
    switch error.kind {
    case .proxyRefused where error.message.contains("407"): _ = wantCredentials(proxy, &examination)
    case .proxyRefused: failProxy(error, proxy, &examination)
    case .refused where proxy != nil, .unresolvableHost where proxy != nil,
      .timedOut where proxy != nil:
      failProxy(error, proxy, &examination)
    case .insecure:
      passProxy(proxy, &examination)
      examination.pass(.connection, "\(server.authority) accepts connections")
      let chain = await CertificateProbe.certificates(of: server, transport)
      examination.fail(
        .certificate,
        CertificateTrouble(server: server, chain: chain, trust: trust).finding(error), .unavailable)
    default:
      passProxy(proxy, &examination)
      examination.fail(
        .connection,
        Diagnostic(
          .noListener, error.message,
          hint: error.hint
            ?? "start the server, or correct the port in \(source); \(server) was asked"),
        .unavailable)
    }
  }

  private func failProxy(
    _ error: TransportError, _ proxy: ProxyPlace?, _ examination: inout Examination
  ) {
    let place = proxy.map { "\($0.host):\($0.port) of \($0.variables)" } ?? "the proxy"
    examination.fail(
      .proxy,
      Diagnostic(
        .proxyFailed, "the way through the proxy \(place) ends: \(error.message)",
        hint: "correct \(proxy?.variables ?? "the variable"), or list `\(server.host)` in NO_PROXY"),
      .unavailable)
  }

  private func wantCredentials(
    _ proxy: ProxyPlace?, _ examination: inout Examination
  ) -> HTTPResponse? {
    let place = proxy.map { "\($0.host):\($0.port)" } ?? "in between"
    let variable = proxy?.variables ?? "HTTPS_PROXY"
    examination.fail(
      .proxy,
      Diagnostic(
        .proxyWantsCredentials, "the proxy \(place) asks for a user and a password (407)",
        hint: "write them into \(variable): http://USER:PASSWORD@\(place)"), .unavailable)
    return nil
  }
}
