/// A path in which `*` stands for any part of a segment and `**` for any number of segments.
struct PathPattern: Sendable, Hashable {
  private let segments: [String]

  /// Takes a path as a request line has it, such as `/api/v1/tables/name/shop.*`.
  ///
  /// Nil for text that is no absolute path or cannot be decoded.
  init?(_ text: String) {
    guard text.hasPrefix("/"), !text.contains("?"), let target = RequestTarget(text) else {
      return nil
    }
    segments = target.path
  }

  /// Whether a decoded path fits.
  func matches(_ path: [String]) -> Bool {
    WildcardPattern.matches(segments, path, isAny: { $0 == "**" }, fits: Self.fits)
  }

  private static func fits(_ pattern: String, _ segment: String) -> Bool {
    WildcardPattern.matches(
      Array(pattern.unicodeScalars), Array(segment.unicodeScalars), isAny: { $0 == "*" }, fits: ==)
  }
}
