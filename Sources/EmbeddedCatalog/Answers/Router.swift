/// Finds the route of a request.
struct Router: Sendable {
  /// The route, or why there is none.
  enum Match {
    case found(Route, [String: String])
    case wrongMethod
    case none
  }

  /// What routes must have in common to be of use to the same path.
  private struct Place: Hashable {
    let first: String
    let count: Int
  }

  private let routes: [Place: [Route]]

  /// Takes the routes of a line; those with more fixed segments come first.
  ///
  /// The first segment of each must be fixed.
  init(_ routes: [Route], line: ServerLine) {
    self.routes = Dictionary(grouping: routes.filter { $0.lines.contains(line) }) { route in
      precondition(route.segments.first.map { !$0.hasPrefix("{") } ?? false)
      return Place(first: route.segments[0], count: route.segments.count)
    }.mapValues { $0.sorted { $0.fixedSegments > $1.fixedSegments } }
  }

  func match(_ request: ServerRequest) -> Match {
    guard request.path.count > 2, request.path[0] == "api", request.path[1] == "v1" else {
      return .none
    }
    var path = request.path.dropFirst(2)
    if path.last == "" { path = path.dropLast() }
    var isKnown = false
    for route in routes[Place(first: path.first ?? "", count: path.count)] ?? [] {
      guard let parameters = route.parameters(path) else { continue }
      if route.method == request.method { return .found(route, parameters) }
      isKnown = true
    }
    return isKnown ? .wrongMethod : .none
  }
}
