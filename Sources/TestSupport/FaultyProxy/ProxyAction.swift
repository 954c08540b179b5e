import HTTPClient

/// What a ``HookedProxy`` does with a request.
public enum ProxyAction: Sendable {
  /// It is passed on.
  case pass
  /// It is passed on after a while.
  case delay(Duration)
  /// It arrives, and its answer comes after a while.
  case answerLate(Duration)
  /// It never arrives, and the connection is reset.
  case drop
  /// It never arrives, and the connection ends in order.
  case hangUp
  /// It arrives, and the connection is reset in place of an answer.
  case loseAnswer
  /// It arrives, and the connection ends half-way through the answer.
  case truncate
  /// It arrives, and the second half of the answer is not what was sent.
  case corrupt
  /// It arrives twice; the second answer is given.
  case deliverTwice
  /// It arrives, and its answer is given twice.
  case answerTwice
  /// It is answered like this and never arrives, unless it `isPerformed` first.
  case answer(
    status: Int, headers: [(String, String)] = [("Content-Type", "application/json")],
    body: String, isPerformed: Bool = false)

  /// What the proxy's server does; `forward` carries the request out, nil when nobody answered.
  func steps(
    for request: ScriptedRequest, _ forward: () -> HTTPResponse?
  ) -> [ScriptedStep] {
    switch self {
    case .drop: return [.reset]
    case .hangUp: return [.close]
    case .delay(let duration): return [.pause(duration)] + Self.whole(forward())
    case .answer(let status, let headers, let body, let isPerformed):
      if isPerformed { _ = forward() }
      return [.answer(status, headers: headers, body: Array(body.utf8))]
    case .deliverTwice:
      _ = forward()
      return Self.whole(forward())
    case .pass: return Self.whole(forward())
    case .answerLate(let duration):
      let answer = forward()
      return [.pause(duration)] + Self.whole(answer)
    case .loseAnswer:
      _ = forward()
      return [.reset]
    case .truncate: return Self.half(forward())
    case .corrupt: return Self.damaged(forward())
    case .answerTwice:
      return Self.twice(forward())
    }
  }

  /// Both at once, so that nobody takes the second for the answer to another request.
  private static func twice(_ response: HTTPResponse?) -> [ScriptedStep] {
    guard case .send(let bytes)? = whole(response).first else { return [.reset] }
    return [.send(bytes + bytes)]
  }

  private static func whole(_ response: HTTPResponse?) -> [ScriptedStep] {
    guard let response else { return [.reset] }
    let headers = HookedProxy.passedOn(response.headers).fields.map { ($0.name, $0.value) }
    return [.answer(response.status, headers: headers, body: response.body)]
  }

  /// An answer without content is cut within its head.
  private static func half(_ response: HTTPResponse?) -> [ScriptedStep] {
    guard case .send(let bytes)? = whole(response).first, let response else { return [.reset] }
    let kept = bytes.count - max(response.body.count / 2, response.body.isEmpty ? 2 : 1)
    return [.send(Array(bytes.prefix(kept))), .close]
  }

  private static func damaged(_ response: HTTPResponse?) -> [ScriptedStep] {
    guard var response else { return [.reset] }
    for index in response.body.indices.dropFirst(response.body.count / 2) {
      response.body[index] = 0xFF
    }
    return whole(response)
  }
}
