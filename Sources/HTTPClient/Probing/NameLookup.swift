import Glibc

/// What the system's resolver says of a host.
public enum NameLookup: Sendable, Hashable {
  /// The addresses, each once.
  case addresses([String])
  /// The resolver's own words; `isPassing` says that asking again may help.
  case failure(String, isPassing: Bool)

  /// Asks the resolver as every program of this machine does: `/etc/hosts`, DNS and whatever else it
  /// was told to ask.
  public static func of(_ host: String) async -> NameLookup {
    let name = host.hasPrefix("[") ? String(host.dropFirst().dropLast()) : host
    return await BlockingWork.value { ask(name) }
  }

  private static func ask(_ name: String) -> NameLookup {
    var hints = addrinfo()
    hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
    var found: UnsafeMutablePointer<addrinfo>?
    let code = getaddrinfo(name, nil, &hints, &found)
    guard code == 0 else {
      let words = code == EAI_SYSTEM ? String(cString: strerror(errno)) : text(code)
      return .failure(words.lowercased(), isPassing: code == EAI_AGAIN)
    }
    defer { freeaddrinfo(found) }
    var addresses: [String] = []
    var entry = found
    while let current = entry {
      if let text = address(current.pointee), !addresses.contains(text) { addresses.append(text) }
      entry = current.pointee.ai_next
    }
    return .addresses(addresses)
  }

  private static func text(_ code: Int32) -> String { String(cString: gai_strerror(code)) }

  private static func address(_ entry: addrinfo) -> String? {
    var text = [CChar](repeating: 0, count: Int(NI_MAXHOST))
    let code = getnameinfo(
      entry.ai_addr, entry.ai_addrlen, &text, socklen_t(text.count), nil, 0, NI_NUMERICHOST)
    guard code == 0 else { return nil }
    return String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
