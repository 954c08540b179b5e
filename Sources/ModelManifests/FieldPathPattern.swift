/// A field path in which `*` stands for any text within one step: `mlFeatures[*].tags`.
public struct FieldPathPattern: Sendable, Hashable {
  /// The steps; each text may hold `*`.
  public let segments: [FieldPath.Segment]

  /// Makes a pattern of steps.
  public init(_ segments: [FieldPath.Segment]) {
    self.segments = segments
  }

  /// Whether the pattern names `path` or something above it.
  public func covers(_ path: FieldPath) -> Bool {
    guard path.segments.count >= segments.count else { return false }
    return zip(segments, path.segments).allSatisfy { pattern, segment in
      switch (pattern, segment) {
      case (.member(let glob), .member(let text)), (.element(let glob), .element(let text)):
        matches(glob: Array(glob.unicodeScalars)[...], Array(text.unicodeScalars)[...])
      default: false
      }
    }
  }

  private func matches(
    glob: ArraySlice<Unicode.Scalar>, _ text: ArraySlice<Unicode.Scalar>
  ) -> Bool {
    guard let star = glob.firstIndex(of: "*") else { return glob.elementsEqual(text) }
    let head = glob[..<star]
    guard text.starts(with: head) else { return false }
    let rest = glob[(star + 1)...]
    var tail = text.dropFirst(head.count)
    if rest.isEmpty { return true }
    while true {
      if matches(glob: rest, tail) { return true }
      if tail.isEmpty { return false }
      tail = tail.dropFirst()
    }
  }
}
