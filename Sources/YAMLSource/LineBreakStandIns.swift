/// Keeps libyaml from ending lines at NEL (U+0085), LS (U+2028) and PS (U+2029).
///
/// YAML 1.2 took these out of the line ends, libyaml follows 1.1. Each is replaced by one scalar
/// that the text does not contain, so columns stay as they are, and put back into what was read.
struct LineBreakStandIns {
  private let standIns: [Unicode.Scalar: Unicode.Scalar]
  /// The text to give to libyaml.
  let text: [UInt8]

  private static let breaks: [Unicode.Scalar] = ["\u{85}", "\u{2028}", "\u{2029}"]

  /// Takes valid UTF-8.
  init(_ bytes: ArraySlice<UInt8>) {
    // All three begin with C2 or E2; most texts have neither.
    guard bytes.contains(where: { $0 == 0xC2 || $0 == 0xE2 }) else {
      standIns = [:]
      text = Array(bytes)
      return
    }
    let scalars = String(decoding: bytes, as: UTF8.self).unicodeScalars
    let met = Set(scalars)
    let privateUse = (0xE000...0xF8FF as ClosedRange<UInt32>).lazy.compactMap(Unicode.Scalar.init)
    let free = privateUse.filter { !met.contains($0) }
    let pairs = Dictionary(
      zip(Self.breaks.filter(met.contains), free), uniquingKeysWith: { first, _ in first })
    standIns = Dictionary(
      pairs.map { ($0.value, $0.key) }, uniquingKeysWith: { first, _ in first })
    text =
      pairs.isEmpty
      ? Array(bytes) : Array(String(String.UnicodeScalarView(scalars.map { pairs[$0] ?? $0 })).utf8)
  }

  /// The text as it was written.
  func restored(_ text: String) -> String {
    guard !standIns.isEmpty else { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.map { standIns[$0] ?? $0 }))
  }
}
