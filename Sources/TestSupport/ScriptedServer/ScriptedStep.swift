/// One thing that a ``ScriptedServer`` does after it has read a request.
public enum ScriptedStep: Sendable {
  /// Sends bytes as they are.
  case send([UInt8])
  /// Waits.
  case pause(Duration)
  /// Ends the connection in order.
  case close
  /// Ends the connection with a TCP reset.
  case reset

  /// Sends text as it is.
  public static func send(_ text: String) -> ScriptedStep { .send(Array(text.utf8)) }

  /// Sends a whole answer with its `Content-Length`.
  public static func answer(
    _ status: Int, headers: [(String, String)] = [], body: [UInt8] = []
  ) -> ScriptedStep {
    var head = "HTTP/1.1 \(status) Scripted\r\nContent-Length: \(body.count)\r\n"
    for (name, value) in headers { head += "\(name): \(value)\r\n" }
    return .send(Array((head + "\r\n").utf8) + body)
  }

  /// Sends a whole answer whose content is JSON.
  public static func json(
    _ status: Int, _ text: String, headers: [(String, String)] = []
  ) -> ScriptedStep {
    answer(
      status, headers: [("Content-Type", "application/json")] + headers, body: Array(text.utf8))
  }
}
