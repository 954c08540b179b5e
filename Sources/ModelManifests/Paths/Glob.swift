/// Text in which `*` stands for any run of characters, none included, and `?` for one where the
/// pattern is read so.
public struct Glob: Sendable, Hashable {
  private enum Part: Sendable, Hashable {
    case run, one
    case scalar(Unicode.Scalar)
  }

  private let parts: [Part]

  /// Reads a pattern.
  ///
  /// - Parameters:
  ///   - pattern: The pattern.
  ///   - hasSingle: Whether `?` stands for any one character; names may hold it.
  public init(_ pattern: String, hasSingle: Bool = false) {
    parts = pattern.unicodeScalars.map { scalar in
      switch scalar {
      case "*": .run
      case "?" where hasSingle: .one
      default: .scalar(scalar)
      }
    }
  }

  /// Whether all of `text` fits.
  public func matches(_ text: String) -> Bool {
    Glob.matches(parts, Array(text.unicodeScalars), isRun: { $0 == .run }) { part, scalar in
      part == .one || part == .scalar(scalar)
    }
  }

  /// Whether a pattern fits all elements, where some of its parts stand for any run of them.
  ///
  /// Only the last such part is ever tried again, so the work is at most pattern times elements.
  public static func matches<Part, Element>(
    _ pattern: [Part], _ elements: [Element], isRun: (Part) -> Bool,
    fits: (Part, Element) -> Bool
  ) -> Bool {
    var (part, place) = (0, 0)
    var run: (part: Int, place: Int)?
    while place < elements.count {
      if part < pattern.count, isRun(pattern[part]) {
        run = (part, place)
        part += 1
      } else if part < pattern.count, fits(pattern[part], elements[place]) {
        part += 1
        place += 1
      } else if let last = run {
        run = (last.part, last.place + 1)
        (part, place) = (last.part + 1, last.place + 1)
      } else {
        return false
      }
    }
    return pattern[part...].allSatisfy(isRun)
  }
}
