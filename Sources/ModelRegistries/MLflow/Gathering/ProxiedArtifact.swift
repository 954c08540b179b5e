/// The URI `mlflow-artifacts:/PATH` of something that a tracking server keeps behind it.
enum ProxiedArtifact {
  /// The path; a host in the URI is left out, since no credential goes to one that it names.
  static func path(of uri: String) -> String? {
    let scheme = "mlflow-artifacts:"
    guard uri.hasPrefix(scheme) else { return nil }
    var path = uri.dropFirst(scheme.count)
    if path.hasPrefix("//") {
      path = path.dropFirst(2)
      guard let slash = path.firstIndex(of: "/") else { return nil }
      path = path[slash...]
    }
    let trimmed = path.drop { $0 == "/" }
    return trimmed.isEmpty ? nil : String(trimmed)
  }
}
