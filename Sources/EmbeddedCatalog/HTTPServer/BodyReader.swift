import CMicrohttpd

/// Hands out a body in pieces: not all of it, or not at once.
///
/// libmicrohttpd reads the body of one connection from one thread at a time.
final class BodyReader {
  private let body: [UInt8]
  private let end: Int
  private let connection: OpaquePointer
  private let suspended: SuspendedConnections
  private let step: Int
  private let pause: Duration
  private var isDue = true

  init(
    _ body: [UInt8], _ delivery: Delivery, on connection: OpaquePointer,
    suspended: SuspendedConnections
  ) {
    self.body = body
    self.connection = connection
    self.suspended = suspended
    switch delivery {
    case .truncated(let bytes):
      end = min(bytes ?? body.count / 2, max(body.count - 1, 0))
      step = .max
      pause = .zero
    case .dripped(let rate):
      end = body.count
      step = max(rate / 10, 1)
      pause = .seconds(1) * step / rate
    case .whole, .reset:
      end = body.count
      step = .max
      pause = .zero
    }
  }

  /// The response whose body this reads; nil when libmicrohttpd cannot make it.
  func response() -> OpaquePointer? {
    let context = Unmanaged.passRetained(self).toOpaque()
    let made = MHD_create_response_from_callback(
      UInt64(body.count), 16_384, readBody, context, releaseReader)
    if made == nil { Unmanaged<BodyReader>.fromOpaque(context).release() }
    return made
  }

  /// Bytes copied, 0 to be called again, or the mark for an end that comes too early.
  fileprivate func read(
    at position: Int, into buffer: UnsafeMutablePointer<CChar>, _ space: Int
  ) -> Int {
    if position >= end { return -2 }
    if pause > .zero, !isDue {
      isDue = true
      if suspended.suspend(connection, for: pause) { return 0 }
    }
    isDue = false
    let count = min(space, step, end - position)
    body.withUnsafeBytes { bytes in
      UnsafeMutableRawPointer(buffer).copyMemory(
        from: bytes.baseAddress.map { $0 + position } ?? UnsafeRawPointer(buffer),
        byteCount: count)
    }
    return count
  }
}

private let readBody: MHD_ContentReaderCallback = { context, position, buffer, space in
  guard let context, let buffer else { return -2 }
  return Unmanaged<BodyReader>.fromOpaque(context).takeUnretainedValue()
    .read(at: Int(position), into: buffer, space)
}

private let releaseReader: MHD_ContentReaderFreeCallback = { context in
  if let context { Unmanaged<BodyReader>.fromOpaque(context).release() }
}
