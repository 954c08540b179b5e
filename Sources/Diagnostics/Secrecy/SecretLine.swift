/// What the beginning of a line tells about a key in it.
struct SecretLine {
  /// Where the line begins.
  private(set) var start = 0
  /// Spaces, and dashes of list items, before the first key.
  private(set) var indentation = 0
  private var isIndented = false
  private var brackets = 0
  /// The last byte that is no space, and the one before the line.
  private var last: UInt8 = 0
  private var lastBefore: UInt8 = 0

  /// Whether brackets are open that the line itself opened.
  var isInFlow: Bool { brackets > 0 }
  /// Whether the end of the line before looks as if brackets were open.
  var mayBeInFlow: Bool { "{[,".utf8.contains(lastBefore) }

  /// Goes one byte on.
  mutating func take(_ byte: UInt8, at index: Int, isHidden: Bool = false) {
    if SecretPlaces.isLineEnd(byte) {
      (start, indentation, isIndented, brackets) = (index + 1, 0, false, 0)
      lastBefore = last
      return
    }
    if !isIndented, byte == 0x20 || byte == UInt8(ascii: "-") {
      indentation += 1
    } else {
      isIndented = true
    }
    if SecretPlaces.isSpace(byte) || isHidden { return }
    last = byte
    if "{[".utf8.contains(byte) { brackets += 1 }
    if "}]".utf8.contains(byte) { brackets -= 1 }
  }
}
