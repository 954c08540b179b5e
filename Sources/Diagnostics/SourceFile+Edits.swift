extension SourceFile {
  /// The file with its text changed; nil when two edits overlap or one lies outside of the text.
  ///
  /// Every byte outside of the edits stays as it is.
  public func applying(_ edits: [TextEdit]) -> SourceFile? {
    var places: [(range: Range<Int>, replacement: String)] = []
    for edit in edits {
      guard edit.range.path == path, let start = byteOffset(of: edit.range.start),
        let end = byteOffset(of: edit.range.end), start <= end
      else { return nil }
      places.append((start..<end, edit.replacement))
    }
    places.sort {
      ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound)
    }
    var result: [UInt8] = []
    var done = 0
    for place in places {
      guard place.range.lowerBound >= done else { return nil }
      result += bytes[done..<place.range.lowerBound]
      result += place.replacement.utf8
      done = place.range.upperBound
    }
    result += bytes[done...]
    return SourceFile(path: path, bytes: result)
  }
}
