public import Diagnostics

/// A text with named marks in it, for tests about places.
///
/// `name: ⟦a⟧churn⟦/a⟧` is the text `name: churn`; `position(of: "a")` is 1:7, and `range(of: "a")`
/// goes from there to the mark `/a`. Marks take no room in the text.
public struct MarkedText: Sendable {
  /// The text without its marks.
  public let text: String
  /// The file that the text stands for.
  public let file: SourceFile
  private let offsets: [String: Int]

  /// Takes the marks out of a text.
  ///
  /// - Throws: ``MarkedTextError`` for a mark that is not closed or stands there twice.
  public init(_ marked: String, path: String = "ml_model.yaml") throws(MarkedTextError) {
    var bytes: [UInt8] = []
    var offsets: [String: Int] = [:]
    var rest = Substring(marked).unicodeScalars
    while let scalar = rest.popFirst() {
      guard scalar == "⟦" else {
        bytes += String(scalar).utf8
        continue
      }
      guard let close = rest.firstIndex(of: "⟧") else { throw .notClosed }
      let name = String(rest[..<close])
      if offsets.updateValue(bytes.count, forKey: name) != nil { throw .twice(name) }
      rest = rest[rest.index(after: close)...]
    }
    text = String(decoding: bytes, as: UTF8.self)
    file = SourceFile(path: path, bytes: bytes)
    self.offsets = offsets
  }

  /// The text's bytes.
  public var bytes: [UInt8] { file.bytes }

  /// The place of a mark.
  ///
  /// - Throws: ``MarkedTextError`` when there is no such mark.
  public func position(of mark: String) throws(MarkedTextError) -> Position {
    guard let offset = offsets[mark] else { throw .noMark(mark) }
    return file.position(ofByte: offset)
  }

  /// What stands between a mark and the one with a slash before its name.
  ///
  /// - Throws: ``MarkedTextError`` when one of them is not there.
  public func range(of mark: String) throws(MarkedTextError) -> SourceRange {
    SourceRange(
      path: file.path, start: try position(of: mark), end: try position(of: "/" + mark))
  }
}
