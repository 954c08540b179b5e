import Foundation
import Glibc
import Synchronization

/// A server on real sockets that answers by a script and remembers what it was asked.
///
/// It listens on a free port of 127.0.0.1 and serves each connection on a thread of its own.
public final class ScriptedServer: Sendable {
  /// What is done after a request was read; when no step ends the connection, it is kept.
  public typealias Script = @Sendable (ScriptedRequest) -> [ScriptedStep]

  struct State {
    var requests: [ScriptedRequest] = []
    var connections: [Int32] = []
    var accepted = 0
    var underWay = 0
    var mostUnderWay = 0
    var isStopped = false
    var isListening = true
  }

  let state = Mutex(State())
  private let listener: Int32
  private let script: Script

  /// The port.
  public let port: UInt16

  /// Listens at once.
  public init(_ script: @escaping Script) {
    self.script = script
    listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    port = ScriptedServer.listen(listener)
    Thread.detachNewThread { [self] in acceptConnections() }
  }

  /// Answers the requests in their order; further ones get the last answer again.
  public convenience init(answers: [[ScriptedStep]]) {
    self.init { request in answers[min(request.index, answers.count - 1)] }
  }

  /// `http://127.0.0.1:port`.
  public var url: String { "http://127.0.0.1:\(port)" }

  /// The requests so far.
  public var requests: [ScriptedRequest] { state.withLock { $0.requests } }

  /// How many connections were accepted.
  public var connectionCount: Int { state.withLock { $0.accepted } }

  /// How many requests were under way at once, at most.
  public var mostUnderWay: Int { state.withLock { $0.mostUnderWay } }

  /// Closes the listener and all connections; once is enough.
  ///
  /// Sockets are shut down and closed under one lock: the number of a closed one may already belong
  /// to a socket of another test.
  public func stop() {
    state.withLock { state in
      guard !state.isStopped else { return }
      state.isStopped = true
      if state.isListening { shutdown(listener, Int32(SHUT_RDWR)) }
      for connection in state.connections { shutdown(connection, Int32(SHUT_RDWR)) }
    }
  }

  private static func listen(_ listener: Int32) -> UInt16 {
    guard let port = LoopbackPort.bind(listener), Glibc.listen(listener, 128) == 0 else {
      preconditionFailure("no port of 127.0.0.1 is free")
    }
    return port
  }

  private func acceptConnections() {
    while true {
      let connection = accept(listener, nil, nil)
      if connection < 0 { break }
      let number = state.withLock { state -> Int? in
        if state.isStopped { return nil }
        state.accepted += 1
        state.connections.append(connection)
        return state.accepted
      }
      guard let number else {
        close(connection)
        break
      }
      Thread.detachNewThread { [self] in serve(connection, number) }
    }
    state.withLock { state in
      state.isListening = false
      close(listener)
    }
  }

  private func serve(_ connection: Int32, _ number: Int) {
    var reader = ScriptedRequestReader(connection: connection, number: number)
    while let read = reader.next() {
      let request = state.withLock { state in
        let request = read(state.requests.count)
        state.requests.append(request)
        state.underWay += 1
        state.mostUnderWay = max(state.mostUnderWay, state.underWay)
        return request
      }
      let isKept = script(request).allSatisfy { perform($0, connection) }
      state.withLock { $0.underWay -= 1 }
      if !isKept { break }
    }
    state.withLock { state in
      state.connections.removeAll { $0 == connection }
      close(connection)
    }
  }

  /// Does one step; false when it ended the connection.
  private func perform(_ step: ScriptedStep, _ connection: Int32) -> Bool {
    switch step {
    case .send(let bytes): return ScriptedServer.sendAll(bytes, connection)
    case .pause(let duration):
      let (seconds, attoseconds) = duration.components
      Thread.sleep(forTimeInterval: Double(seconds) + Double(attoseconds) / 1e18)
      return true
    case .close: return false
    case .reset:
      var linger = linger(l_onoff: 1, l_linger: 0)
      setsockopt(
        connection, SOL_SOCKET, SO_LINGER, &linger, socklen_t(MemoryLayout<linger>.size))
      return false
    }
  }

  private static func sendAll(_ bytes: [UInt8], _ connection: Int32) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes {
        Glibc.send(connection, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      if count <= 0 { return false }
      rest = rest.dropFirst(count)
    }
    return true
  }
}
