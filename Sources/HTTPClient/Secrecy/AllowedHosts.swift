/// The hosts of `MLCATALOG_ALLOWED_HOSTS`: `host` or `host:port`, separated by commas.
public struct AllowedHosts: Sendable, Hashable {
  private struct Entry: Sendable, Hashable {
    let host: String
    let port: UInt16?
  }

  private let entries: [Entry]

  /// No host.
  public init() { entries = [] }

  /// Reads the list; an entry without a port allows every port of that host.
  ///
  /// - Throws: ``ServerURLError`` for an entry that is no host, such as one with a wildcard.
  public init(parsing text: String) throws(ServerURLError) {
    var entries: [Entry] = []
    for piece in text.split(separator: ",") {
      let name = piece.filter { $0 != " " && $0 != "\t" }
      if name.isEmpty { continue }
      guard !name.contains("/"), let url = try? ServerURL(parsing: "https://" + name) else {
        throw ServerURLError("entry \(entries.count + 1) is not of the form host or host:port")
      }
      let hasPort = name.hasSuffix(":\(url.port)")
      entries.append(Entry(host: url.host, port: hasPort ? url.port : nil))
    }
    self.entries = entries
  }

  /// Whether a server is listed.
  public func contains(_ server: ServerURL) -> Bool {
    entries.contains { entry in
      entry.host == server.host && (entry.port ?? server.port) == server.port
    }
  }
}
