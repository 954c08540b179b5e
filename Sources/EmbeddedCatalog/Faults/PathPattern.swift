/// A path in which `*` stands for any part of a segment and `**` for any number of segments.
struct PathPattern: Sendable, Hashable {
  private let segments: [String]

  /// Takes a path as a request line has it, such as `/api/v1/tables/name/shop.*`.
  ///
  /// Nil for text that is no absolute path or cannot be decoded.
  init?(_ text: String) {
    guard !text.contains("?"), let target = RequestTarget(text) else { return nil }
    segments = target.path
  }

  /// Whether a decoded path fits.
  func matches(_ path: [String]) -> Bool {
    Self.matches(segments, path, isAny: { $0 == "**" }, fits: Self.fits)
  }

  private static func fits(_ pattern: String, _ segment: String) -> Bool {
    matches(
      Array(pattern.unicodeScalars), Array(segment.unicodeScalars), isAny: { $0 == "*" }, fits: ==)
  }

  /// Remembers only the last wildcard, so that no pattern takes more than length times length.
  private static func matches<Element>(
    _ pattern: [Element], _ text: [Element], isAny: (Element) -> Bool,
    fits: (Element, Element) -> Bool
  ) -> Bool {
    var pattern = pattern[...]
    var text = text[...]
    var retry: (pattern: ArraySlice<Element>, text: ArraySlice<Element>)?
    while !text.isEmpty || !pattern.isEmpty {
      if let first = pattern.first, isAny(first) {
        pattern = pattern.dropFirst()
        retry = (pattern, text)
      } else if let first = pattern.first, let next = text.first, fits(first, next) {
        pattern = pattern.dropFirst()
        text = text.dropFirst()
      } else if let again = retry, !again.text.isEmpty {
        retry = (again.pattern, again.text.dropFirst())
        (pattern, text) = (again.pattern, again.text.dropFirst())
      } else {
        return false
      }
    }
    return true
  }
}
