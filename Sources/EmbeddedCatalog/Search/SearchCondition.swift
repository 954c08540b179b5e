import JSONDocuments

/// A condition on documents, in the part of Elasticsearch's query language that OpenMetadata's
/// clients use.
indirect enum SearchCondition: Sendable {
  case everything
  case equals(path: [String], values: [JSON])
  case matches(path: [String], pattern: WildcardPattern)
  case exists(path: [String])
  /// Some of the words occur, or all of them.
  case words(path: [String], [Substring], all: Bool)
  case all([SearchCondition])
  case any([SearchCondition], atLeast: Int)
  case none([SearchCondition])

  /// Whether a document fits.
  func holds(for document: JSON) -> Bool {
    switch self {
    case .everything: true
    case .equals(let path, let values):
      Self.values(at: path[...], in: document).contains { found in
        values.contains { Self.isSame(found, $0) }
      }
    case .matches(let path, let pattern):
      Self.values(at: path[...], in: document).contains { found in
        Self.text(found).map(pattern.matches) ?? false
      }
    case .words(let path, let words, let all):
      Self.values(at: path[...], in: document).contains { found in
        let known = Set(Self.words(in: Self.text(found) ?? ""))
        return all ? words.allSatisfy(known.contains) : words.contains(where: known.contains)
      }
    case .exists(let path): !Self.values(at: path[...], in: document).isEmpty
    case .all(let conditions): conditions.allSatisfy { $0.holds(for: document) }
    case .any(let conditions, let least):
      conditions.count { $0.holds(for: document) } >= least
    case .none(let conditions): !conditions.contains { $0.holds(for: document) }
    }
  }

  /// What lies at a path, through arrays as if they were not there; a key may hold dots.
  static func values(at path: ArraySlice<String>, in value: JSON) -> [JSON] {
    switch value {
    case .array(let elements): return elements.flatMap { values(at: path, in: $0) }
    case .null: return []
    case .object(let object):
      var found: [JSON] = []
      for end in path.indices {
        let key = path[path.startIndex...end].joined(separator: ".")
        if let member = object[key] { found += values(at: path[(end + 1)...], in: member) }
      }
      return path.isEmpty ? [value] : found
    default: return path.isEmpty ? [value] : []
    }
  }

  /// What a text is taken apart into, as the index does it.
  static func words(in text: String) -> [Substring] {
    text.lowercased().split { !$0.isLetter && !$0.isNumber }
  }

  /// Texts are compared in lower case, as the fields of names are indexed.
  private static func isSame(_ left: JSON, _ right: JSON) -> Bool {
    guard let left = text(left), let right = text(right) else { return false }
    return left.lowercased() == right.lowercased()
  }

  private static func text(_ value: JSON) -> String? {
    switch value {
    case .string(let text): text
    case .number(let number): number.lexeme
    case .bool(let flag): flag ? "true" : "false"
    default: nil
    }
  }
}
