/// A server that speaks OpenMetadata's REST API, backed by one data file.
public final class CatalogServer: Sendable {
  private let server: HTTPServer
  private let handler: CatalogHandler
  private let faults: FaultInjector
  private let configuration: CatalogConfiguration

  /// Opens the data file, making it when there is none.
  ///
  /// - Throws: `CatalogServerError` for a file that cannot be used or a version that is none.
  public init(_ configuration: CatalogConfiguration) throws(CatalogServerError) {
    self.configuration = configuration
    let handler: CatalogHandler
    do { handler = try CatalogHandler(configuration) } catch {
      throw CatalogServerError(
        error.message, isVersionInvalid: ServerLine(version: configuration.version) == nil)
    }
    self.handler = handler
    let faults = FaultInjector { handler.snapshot() }
    faults.replaceRules(by: configuration.faults)
    self.faults = faults
    var settings = HTTPServerConfiguration()
    settings.host = configuration.host
    settings.port = configuration.port
    let host = configuration.host
    server = HTTPServer(settings) { request in
      // Only an HTTP/1.0 client names no host.
      let address = request.headers["host"] ?? host
      return faults.answer(to: request) { request, deviation in
        handler.reply(to: request, at: "http://\(address)", with: deviation)
      }
    }
  }

  /// Begins to listen.
  ///
  /// - Throws: `CatalogServerError` when the address cannot be had.
  public func start() throws(CatalogServerError) {
    do { try server.start() } catch { throw CatalogServerError("\(error)") }
  }

  /// Where the server listens, such as `http://127.0.0.1:8585`; without `/api`.
  public var baseURL: String {
    let host = configuration.host
    // The colons of an address would be taken for the one before the port (RFC 3986 §3.2.2).
    return "http://\(host.contains(":") ? "[\(host)]" : host):\(server.port)"
  }

  /// Takes other faults in place of the present ones; each counts from the beginning.
  public func setFaults(_ file: FaultFile) { faults.replaceRules(by: file) }

  /// Ends what is under way and closes the port.
  public func stop() {
    server.stop()
    faults.replaceRules(by: .none)
    handler.close()
  }
}
