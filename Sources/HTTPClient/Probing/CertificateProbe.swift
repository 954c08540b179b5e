import CCurl

/// Asks a server for its certificates, whoever issued them, and for nothing else.
public enum CertificateProbe {
  /// The certificates that a server shows, its own first; none when no handshake comes about.
  ///
  /// No credentials are sent, and the answer is thrown away.
  public static func certificates(
    of server: ServerURL, _ configuration: TransportConfiguration
  ) async -> [ServerCertificate] {
    var configuration = configuration
    configuration.extraHeaders = [:]
    configuration.clientCertificate = nil
    configuration.requestTimeout = configuration.connectTimeout
    return await BlockingWork.value { [configuration] in
      let request = HTTPRequest(.get, server.description)
      guard
        let transfer = try? CurlTransfer(
          request, to: server, configuration, store: .unverified)
      else { return [] }
      transfer.set(CURLOPT_CERTINFO, 1)
      transfer.set(CURLOPT_CONNECT_ONLY, 1)
      _ = curl_easy_perform(transfer.handle)
      return read(transfer)
    }
  }

  private static func read(_ transfer: CurlTransfer) -> [ServerCertificate] {
    var info: UnsafeMutablePointer<curl_certinfo>?
    guard mlcatalog_curl_get_certificates(transfer.handle, &info) == CURLE_OK, let info,
      let lists = info.pointee.certinfo
    else { return [] }
    return (0..<Int(info.pointee.num_of_certs)).map { index in
      var lines: [String] = []
      var entry = lists[index]
      while let current = entry {
        if let text = current.pointee.data { lines.append(String(cString: text)) }
        entry = current.pointee.next
      }
      return ServerCertificate(lines)
    }
  }
}
