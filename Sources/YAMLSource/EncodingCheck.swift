import Diagnostics

/// Finds what keeps a file from being read as YAML text at all, before libyaml sees it.
struct EncodingCheck {
  private let file: SourceFile

  /// The largest file that is read, in bytes.
  static let sizeLimit = 4 * 1024 * 1024

  /// The bytes after a byte order mark.
  static func content(of file: SourceFile) -> ArraySlice<UInt8> {
    file.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? file.bytes[3...] : file.bytes[...]
  }

  /// The first thing wrong with `file`, or nil when it is text.
  static func finding(in file: SourceFile) -> Diagnostic? {
    let check = EncodingCheck(file: file)
    return check.size() ?? check.otherEncoding() ?? check.characters()
  }

  private func size() -> Diagnostic? {
    guard file.bytes.count > Self.sizeLimit else { return nil }
    return Diagnostic(
      .fileTooLarge,
      "the file is larger than \(Self.sizeLimit) bytes (4 MiB), the most that is read",
      hint: "a manifest is a few kilobytes; is this the file you mean?", at: range(at: 0))
  }

  private func otherEncoding() -> Diagnostic? {
    let head = Array(file.bytes.prefix(4))
    let marks: [[UInt8]] = [[0xFF, 0xFE], [0xFE, 0xFF], [0, 0, 0xFE, 0xFF]]
    let isMarked = marks.contains { head.starts(with: $0) }
    let zeros = head.map { $0 == 0 }
    let isUnmarked = zeros == [true, false, true, false] || zeros == [false, true, false, true]
    guard isMarked || isUnmarked else { return nil }
    return Diagnostic(
      .notUTF8, "the file looks like UTF-16 or UTF-32; only UTF-8 is read",
      hint: "save the file as UTF-8",
      at: range(at: 0))
  }

  private func characters() -> Diagnostic? {
    var decoder = UTF8Scanner(EncodingCheck.content(of: file))
    while let (offset, scalar) = decoder.next() {
      guard let scalar else {
        let byte = String(file.bytes[offset], radix: 16, uppercase: true)
        return Diagnostic(
          .notUTF8, "the byte 0x\(byte) here is not part of any UTF-8 character",
          hint: isBinary ? Self.binaryHint : "save the file as UTF-8", at: range(at: offset))
      }
      if Self.isForbidden(scalar) {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        let number = String(repeating: "0", count: max(0, 4 - digits.count)) + digits
        return Diagnostic(
          .controlCharacter, "the control character U+\(number) cannot stand in a YAML text",
          hint: isBinary ? Self.binaryHint : "remove it", at: range(at: offset))
      }
    }
    return nil
  }

  private static let binaryHint =
    "this is no text file; name the manifest, which is written in YAML"

  /// Whether this is a program, an archive or a model itself: by the sign that Git goes by.
  private var isBinary: Bool { file.bytes.prefix(8000).contains(0) }

  /// What YAML does not count among its printable characters.
  private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D, 0x20...0x7E, 0x85, 0xA0...0xFFFD, 0x10000...: false
    default: true
    }
  }

  private func range(at offset: Int) -> SourceRange {
    let start = file.position(ofByte: offset)
    return SourceRange(
      path: file.path, start: start,
      end: Position(line: start.line, column: start.column + 1))
  }
}
