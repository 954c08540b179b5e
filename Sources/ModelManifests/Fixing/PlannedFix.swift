import Diagnostics
import YAMLSource

/// A fix together with the way it is carried out in a file's text.
struct PlannedFix {
  let fix: Fix
  let edit: TextEdit
  /// Where the scalar stands in the file's outline.
  let places: [Int]

  /// Nil when the file has no such scalar, the scalar means something at several places, or its
  /// spelling allows no change.
  init?(_ fix: Fix, at range: SourceRange, in file: SourceFile, _ outline: FileOutline) {
    let places = outline.places(of: range)
    guard let first = places.first, places.count(where: { !outline.items[$0].isFree }) <= 1,
      case .scalar(fix.written, isNull: false) = outline.items[first].content,
      let edit = Self.edit(fix, at: range, in: file, outline, first)
    else { return nil }
    self.fix = fix
    self.edit = edit
    self.places = places
  }

  private static func edit(
    _ fix: Fix, at range: SourceRange, in file: SourceFile, _ outline: FileOutline, _ place: Int
  ) -> TextEdit? {
    let style = outline.items[place].style
    switch fix {
    case .replace(_, let text):
      return ScalarText.text(text, like: style).map { TextEdit(replacing: range, with: $0) }
    case .quote(let text):
      guard style == .plain, range.start.line == range.end.line else { return nil }
      return TextEdit(replacing: range, with: ScalarText.quoted(text))
    case .add(let key, let value, _):
      guard let key = ScalarText.text(key, like: .plain),
        let value = ScalarText.text(value, like: .plain)
      else { return nil }
      return addition("\(key): \(value)", in: file, outline, place)
    }
  }

  /// One entry more behind an entry: on a line of its own, or in the same braces.
  private static func addition(
    _ entry: String, in file: SourceFile, _ outline: FileOutline, _ place: Int
  ) -> TextEdit? {
    let value = outline.items[place]
    guard place > 0, outline.items[place - 1].isKey,
      let mapping = outline.mapping(around: place),
      let start = file.byteOffset(of: mapping.range.start), start < file.bytes.count
    else { return nil }
    if file.bytes[start] == UInt8(ascii: "{") {
      let end = SourceRange(path: file.path, start: value.range.end, end: value.range.end)
      return TextEdit(replacing: end, with: ", \(entry)")
    }
    let key = outline.items[place - 1].range.start
    guard let line = file.bytes(ofLine: value.range.end.line) else { return nil }
    // A key that stands behind a tab or text of other kinds is indented in a way of its own.
    let end = file.position(ofByte: line.endIndex)
    let indent = String(repeating: " ", count: key.column - 1)
    return TextEdit(
      replacing: SourceRange(path: file.path, start: end, end: end),
      with: file.lineEnd(nearLine: end.line) + indent + entry)
  }
}

extension SourceFile {
  /// How lines end around a 1-based line.
  fileprivate func lineEnd(nearLine number: Int) -> String {
    for start in [number + 1, number] {
      guard start > 1, let offset = byteOffset(of: Position(line: start, column: 1)) else {
        continue
      }
      let isLineFeed = bytes[offset - 1] == 0x0A
      if !isLineFeed { return "\r" }
      return offset > 1 && bytes[offset - 2] == 0x0D ? "\r\n" : "\n"
    }
    return "\n"
  }
}
