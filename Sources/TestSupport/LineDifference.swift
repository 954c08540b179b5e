/// The lines that two texts do not share, as `-3: old` and `+3: new`.
struct LineDifference {
  let text: String

  init(from old: String, to new: String) {
    let changes = Self.lines(new).difference(from: Self.lines(old)).map { change in
      switch change {
      case .remove(let offset, let line, _): (offset, 0, "-\(offset + 1): \(line.debugText)")
      case .insert(let offset, let line, _): (offset, 1, "+\(offset + 1): \(line.debugText)")
      }
    }
    text = changes.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map(\.2).joined(separator: "\n")
  }

  private static func lines(_ text: String) -> [Line] {
    text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
      .map { Line(bytes: Array($0)) }
  }

  /// A line that is compared by bytes and shown with its invisible characters.
  private struct Line: Hashable {
    let bytes: [UInt8]

    var debugText: String {
      String(decoding: bytes, as: UTF8.self).unicodeScalars
        .map { $0.value < 0x20 || $0.value == 0x7F ? $0.escaped(asASCII: true) : String($0) }
        .joined()
    }
  }
}
