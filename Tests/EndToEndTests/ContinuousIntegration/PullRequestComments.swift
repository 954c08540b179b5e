import Foundation
import HTTPClient
import JSONDocuments
import Synchronization
import TestSupport

/// As much of GitHub's REST API as comments on pull requests need, for one repository.
final class PullRequestComments: Sendable {
  struct Comment {
    let id: Int
    let author: String
    var body: String
  }

  /// A pull request that is open.
  struct PullRequest {
    let number: Int
    let repository: String
    let branch: String
    let commit: String
  }

  static let token = "ghs_token-of-the-comment-workflow"

  private final class State: Sendable {
    let comments: Mutex<[Int: [Comment]]>
    init(_ comments: [Int: [Comment]]) { self.comments = Mutex(comments) }
  }

  private let state: State
  private let server: ScriptedServer

  init(open: [PullRequest], comments: [Int: [Comment]] = [:]) {
    let state = State(comments)
    self.state = state
    server = ScriptedServer { request in
      guard request.headers["Authorization"] == "Bearer \(Self.token)" else {
        return [.json(401, #"{"message":"Bad credentials"}"#)]
      }
      return [Self.answer(request, open, state)]
    }
  }

  var url: String { server.url }
  var requests: [ScriptedRequest] { server.requests }
  func comments(_ number: Int) -> [Comment] { state.comments.withLock { $0[number] ?? [] } }
  func stop() { server.stop() }

  private static func answer(
    _ request: ScriptedRequest, _ open: [PullRequest], _ state: State
  ) -> ScriptedStep {
    guard let url = URLComponents(string: request.target),
      url.path.hasPrefix("/repos/acme/models/")
    else { return .json(404, #"{"message":"Not Found"}"#) }
    let path = url.path.split(separator: "/").dropFirst(3).map(String.init)
    let query = Dictionary(
      uniqueKeysWithValues: (url.queryItems ?? []).map { ($0.name, $0.value ?? "") })
    switch (request.method, path.first, path.last) {
    case ("GET", "pulls", _): return .json(200, pulls(open, head: query["head"] ?? "").text())
    case ("GET", "issues", "comments"):
      return .json(200, list(state, Int(path[1]) ?? 0, query).text())
    case ("POST", "issues", "comments"):
      return .json(201, add(body(request), to: Int(path[1]) ?? 0, state).text())
    case ("PATCH", "issues", let id): return rewrite(Int(id ?? "") ?? 0, body(request), state)
    default: return .json(404, #"{"message":"Not Found"}"#)
    }
  }

  /// `head` is OWNER:BRANCH, as the service filters by it.
  private static func pulls(_ open: [PullRequest], head: String) -> JSON {
    .array(
      open.filter { "\($0.repository.split(separator: "/")[0]):\($0.branch)" == head }.map {
        [
          "number": .number(JSONNumber($0.number)),
          "head": ["sha": .string($0.commit), "repo": ["full_name": .string($0.repository)]],
        ]
      })
  }

  private static func list(_ state: State, _ number: Int, _ query: [String: String]) -> JSON {
    let all = state.comments.withLock { $0[number] ?? [] }
    let size = Int(query["per_page"] ?? "") ?? 30
    let first = ((Int(query["page"] ?? "") ?? 1) - 1) * size
    return .array(
      all.dropFirst(first).prefix(size).map {
        [
          "id": .number(JSONNumber($0.id)), "user": ["login": .string($0.author)],
          "body": .string($0.body),
        ]
      })
  }

  private static func add(_ body: String, to number: Int, _ state: State) -> JSON {
    state.comments.withLock { comments in
      let id = 1000 + comments.values.reduce(0) { $0 + $1.count }
      comments[number, default: []].append(
        Comment(id: id, author: "github-actions[bot]", body: body))
      return ["id": .number(JSONNumber(id)), "html_url": .string("https://github.invalid/c/\(id)")]
    }
  }

  private static func rewrite(_ id: Int, _ body: String, _ state: State) -> ScriptedStep {
    state.comments.withLock { comments in
      for (number, list) in comments {
        guard let index = list.firstIndex(where: { $0.id == id }) else { continue }
        comments[number]?[index].body = body
        return .json(200, #"{"id":\#(id),"html_url":"https://github.invalid/c/\#(id)"}"#)
      }
      return .json(404, #"{"message":"Not Found"}"#)
    }
  }

  private static func body(_ request: ScriptedRequest) -> String {
    (try? JSON(parsing: request.body))?["body"]?.string ?? ""
  }
}
