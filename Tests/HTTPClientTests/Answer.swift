import HTTPClient

/// What a single GET gives with the transport that an environment asks for.
func answer(
  to url: String, _ environment: [String: String]
) async throws -> Result<HTTPResponse, TransportError> {
  let configuration = try TransportConfiguration(environment: environment)
  let transport = CurlTransport(configuration: configuration)
  do throws(TransportError) {
    return .success(try await transport.send(HTTPRequest(.get, url)))
  } catch {
    return .failure(error)
  }
}
