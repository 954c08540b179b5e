/// The URI `runs:/ID/PATH` from which a version may have been registered.
enum RunSource {
  /// The run and the path inside of its artifacts; nil for any other URI.
  static func parts(of source: String?) -> (run: String, path: String)? {
    guard let source, source.hasPrefix("runs:/") else { return nil }
    let rest = source.dropFirst("runs:/".count).drop { $0 == "/" }
    guard let slash = rest.firstIndex(of: "/") else { return nil }
    let path = rest[rest.index(after: slash)...]
    return path.isEmpty ? nil : (String(rest[..<slash]), String(path))
  }

  /// Whether a URI names a run or a model, and not yet a place of storage.
  static func isReference(_ uri: String) -> Bool {
    uri.hasPrefix("runs:/") || uri.hasPrefix("models:/")
  }
}
