/// The name of a field in a model: `mlFeatures[persona].description`.
///
/// One grammar everywhere: `ownership`, `suppress`, `--force`, and the changes of a report. A path
/// covers everything below it.
public struct FieldPath: Sendable, Hashable {
  /// One step into the model.
  public enum Segment: Sendable, Hashable {
    /// A member of an object, such as `description`.
    case member(String)
    /// An element of a list or set, by its key: a feature's name, a tag's FQN.
    case element(String)
  }

  /// The steps from the model down.
  public var segments: [Segment]

  /// Makes a path of steps.
  public init(_ segments: [Segment]) {
    self.segments = segments
  }

  /// The path of a top-level member.
  public init(_ member: String) {
    self.init([.member(member)])
  }

  /// Reads a path as people write it, such as `mlFeatures["a]b"].tags[PII.Sensitive]`.
  ///
  /// - Throws: ``FieldPathError`` when the text is no path.
  public init(parsing text: String) throws(FieldPathError) {
    var scanner = FieldPathScanner(text)
    self.init(try scanner.steps().map(\.segment))
  }

  /// The path of a member below this one.
  public func member(_ name: String) -> FieldPath {
    FieldPath(segments + [.member(name)])
  }

  /// The path of an element of this list or set.
  public func element(_ key: String) -> FieldPath {
    FieldPath(segments + [.element(key)])
  }

  /// The top-level member that this path lies in.
  public var topLevelMember: String {
    if case .member(let name)? = segments.first { name } else { "" }
  }

  /// Whether `other` is this path or lies below it.
  public func covers(_ other: FieldPath) -> Bool {
    other.segments.starts(with: segments)
  }
}

extension FieldPath: CustomStringConvertible {
  /// The path as people write it; a key that is empty or holds one of `] " \ *` is quoted.
  public var description: String {
    var text = ""
    for segment in segments {
      switch segment {
      case .member(let name): text += text.isEmpty ? name : ".\(name)"
      case .element(let key): text += "[\(FieldPath.quoted(key))]"
      }
    }
    return text
  }

  static func quoted(_ key: String) -> String {
    guard key.isEmpty || key.contains(where: { "]\"\\*".contains($0) }) else { return key }
    let escaped = key.map { "\"\\".contains($0) ? "\\\($0)" : String($0) }.joined()
    return "\"\(escaped)\""
  }
}

extension FieldPath: Comparable {
  /// Orders paths by their text.
  public static func < (left: FieldPath, right: FieldPath) -> Bool {
    left.description < right.description
  }
}
