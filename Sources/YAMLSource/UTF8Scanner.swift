/// Reads UTF-8 scalar by scalar and says where it is broken.
struct UTF8Scanner {
  private let bytes: ArraySlice<UInt8>
  private var offset: Int

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    self.offset = bytes.startIndex
  }

  /// The offset of the next scalar and the scalar, nil where the bytes are no UTF-8.
  mutating func next() -> (offset: Int, scalar: Unicode.Scalar?)? {
    guard offset < bytes.endIndex else { return nil }
    let start = offset
    let lead = bytes[start]
    if lead < 0x80 {
      offset += 1
      return (start, Unicode.Scalar(lead))
    }
    var iterator = bytes[start...].prefix(4).makeIterator()
    var decoder = UTF8()
    guard case .scalarValue(let scalar) = decoder.decode(&iterator) else { return (start, nil) }
    offset += UTF8.width(scalar)
    return (start, scalar)
  }
}
