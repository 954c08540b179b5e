/// The folders and the name on the way of a path, without `.` and `..`; links are not followed.
public struct PathSteps: Sendable, Hashable {
  /// The names in their order.
  public let names: [Substring]
  /// How many folders above its beginning the path leads first; those of a path from `/` lead nowhere.
  public let climbs: Int

  /// Reads a path.
  public init(_ path: String) {
    var names: [Substring] = []
    var climbs = 0
    for name in path.split(separator: "/") where name != "." {
      if name != ".." { names.append(name) } else if names.popLast() == nil { climbs += 1 }
    }
    self.names = names
    self.climbs = climbs
  }

  /// Reads a path that begins at a folder unless it begins at `/`.
  public init(_ path: String, from folder: String) {
    self.init(path.hasPrefix("/") ? path : "\(folder)/\(path)")
  }

  /// The path from `/`.
  public var absolute: String { "/\(relative)" }

  /// The path from its beginning.
  public var relative: String { names.joined(separator: "/") }
}
