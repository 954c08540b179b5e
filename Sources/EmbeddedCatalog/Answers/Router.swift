/// Finds the route of a request.
struct Router: Sendable {
  /// The route, or why there is none.
  enum Match {
    case found(Route, [String: String])
    case wrongMethod
    case none
  }

  private let routes: [Route]

  /// Takes the routes of a line; those with more fixed segments come first.
  init(_ routes: [Route], line: ServerLine) {
    self.routes = routes.filter { $0.lines.contains(line) }.sorted {
      $0.fixedSegments > $1.fixedSegments
    }
  }

  func match(_ request: ServerRequest) -> Match {
    guard request.path.count > 2, request.path[0] == "api", request.path[1] == "v1" else {
      return .none
    }
    var path = request.path.dropFirst(2)
    if path.last == "" { path = path.dropLast() }
    var isKnown = false
    for route in routes {
      guard let parameters = route.parameters(path) else { continue }
      if route.method == request.method { return .found(route, parameters) }
      isKnown = true
    }
    return isKnown ? .wrongMethod : .none
  }
}
