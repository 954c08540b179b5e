import Glibc

/// A port of 127.0.0.1 that nobody used a moment ago.
enum FreePort {
  static func find() throws -> UInt16 {
    let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(listener) }
    guard let port = LoopbackPort.bind(listener) else {
      throw PrivatePostgreSQLError("no port of 127.0.0.1 is free")
    }
    return port
  }
}
