public import ModelManifests

/// Where fields come from that no place in the manifest's file gives.
///
/// An entry holds for its field and all below it, unless one below has an entry of its own.
public struct Origins: Sendable, Equatable {
  private var entries: [FieldPath: Origin] = [:]

  /// Makes the origins of a model that nothing but its file describes.
  public init() {}

  /// Whether every field comes from the file.
  public var isEmpty: Bool { entries.isEmpty }

  /// The entry of a field.
  public subscript(entry path: FieldPath) -> Origin? {
    get { entries[path] }
    set { entries[path] = newValue }
  }

  /// Where a field comes from, by the innermost entry that covers it; nil for the file.
  public func origin(of path: FieldPath) -> Origin? {
    if entries.isEmpty { return nil }
    for count in stride(from: path.segments.count, to: 0, by: -1) {
      if let origin = entries[FieldPath(Array(path.segments.prefix(count)))] { return origin }
    }
    return nil
  }

  /// Whether a registry gives a field.
  public func isRegistered(_ path: FieldPath) -> Bool {
    if case .registry? = origin(of: path) { true } else { false }
  }
}
