/// A field path in which `*` stands for any text within one step: `mlFeatures[*].tags`.
public struct FieldPathPattern: Sendable, Hashable {
  /// The steps; each text may hold `*`.
  public let segments: [FieldPath.Segment]
  /// The steps in which `*` is an asterisk, because they were quoted.
  private let quoted: Set<Int>

  /// One field: manifests may write either, and a server's line keeps the one or the other.
  private static let domains: Set = ["domain", "domains"]

  /// Makes a pattern of steps.
  public init(_ segments: [FieldPath.Segment]) {
    self.segments = segments
    quoted = []
  }

  /// The pattern that means one path, asterisks in it taken as they are.
  init(_ path: FieldPath) {
    segments = path.segments
    quoted = Set(path.segments.indices)
  }

  /// Reads a pattern as people write it; in `["a*b"]` the asterisk is one.
  ///
  /// - Throws: ``FieldPathError`` when the text is no path.
  public init(parsing text: String) throws(FieldPathError) {
    var scanner = FieldPathScanner(text)
    let steps = try scanner.steps()
    segments = steps.map(\.segment)
    quoted = Set(steps.indices.filter { steps[$0].isQuoted })
  }

  /// Whether the pattern names `path` or something above it.
  public func covers(_ path: FieldPath) -> Bool {
    guard path.segments.count >= segments.count else { return false }
    return zip(segments, path.segments).enumerated().allSatisfy { index, pair in
      switch (pair.0, pair.1) {
      case (.member(let glob), .member(let text)):
        matches(glob, text, at: index)
          || index == 0 && FieldPathPattern.domains.isSuperset(of: [glob, text])
      case (.element(let glob), .element(let text)): matches(glob, text, at: index)
      default: false
      }
    }
  }

  /// Whether a step that is a member may mean `member`.
  func matches(segment index: Int, member: String) -> Bool {
    guard case .member(let glob) = segments[index] else { return false }
    return matches(glob, member, at: index)
  }

  private func matches(_ glob: String, _ text: String, at index: Int) -> Bool {
    quoted.contains(index)
      ? glob.utf8.elementsEqual(text.utf8) : Glob(glob).matches(text)
  }
}

extension FieldPathPattern: CustomStringConvertible {
  /// The pattern as people write it.
  public var description: String {
    var text = ""
    for (index, segment) in segments.enumerated() {
      switch segment {
      case .member(let name): text += text.isEmpty ? name : ".\(name)"
      case .element(let key) where quoted.contains(index):
        text += "[\(FieldPath.quoted(key))]"
      case .element(let key): text += "[\(key)]"
      }
    }
    return text
  }
}
