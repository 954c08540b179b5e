/// A request the server answers: a method, a path with placeholders, who may, and what happens.
struct Route: Sendable {
  typealias Action =
    @Sendable (CatalogRequest, CatalogContext) throws(CatalogFault) -> Answer

  /// Who may send the request, before its own checks.
  enum Audience: Sendable {
    case everyone
    case authenticated
  }

  let method: String
  /// Segments below `/api/v1`; a name in braces takes any one segment.
  let segments: [String]
  let audience: Audience
  /// Whether the request changes nothing, whatever its method.
  let isReading: Bool
  /// Whether the answer follows from the data, the target and who asks, and from nothing else; it
  /// may then be given again for as long as the data stays as it is.
  let isRepeatable: Bool
  /// Whether the answer grows with the catalog, so that it takes its time.
  let isLong: Bool
  let lines: Lines
  let action: Action

  init(
    _ method: String, _ path: String, audience: Audience = .authenticated, isReading: Bool? = nil,
    isRepeatable: Bool = false, isLong: Bool = false, lines: Lines = .all, action: @escaping Action
  ) {
    self.method = method
    self.segments = path.split(separator: "/").map(String.init)
    self.audience = audience
    self.isReading = isReading ?? (method == "GET")
    self.isRepeatable = isRepeatable
    self.isLong = isLong
    self.lines = lines
    self.action = action
  }

  /// The values of the placeholders when the path fits.
  func parameters(_ path: ArraySlice<String>) -> [String: String]? {
    guard path.count == segments.count else { return nil }
    var values: [String: String] = [:]
    for (segment, value) in zip(segments, path) {
      if segment.hasPrefix("{") {
        values[String(segment.dropFirst().dropLast())] = value
      } else if segment != value {
        return nil
      }
    }
    return values
  }

  /// How many segments are fixed: the route with more of them wins.
  var fixedSegments: Int { segments.count { !$0.hasPrefix("{") } }
}
