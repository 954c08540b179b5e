import Diagnostics
import JSONDocuments

/// A text in which Git left both sides of a merge.
struct UnmergedText {
  private enum Marker {
    case ours, base, theirs, end

    init?(_ line: String) {
      switch line.prefix(7) {
      case "<<<<<<<": self = .ours
      case "|||||||": self = .base
      case "=======": self = .theirs
      case ">>>>>>>": self = .end
      default: return nil
      }
    }
  }

  private let lines: [String]

  init(_ source: SourceFile) {
    lines = (1...source.lineCount).map { source.line($0) ?? "" }
  }

  /// The line of the first marker, from 1; nil when there is none.
  var firstMarker: Int? {
    lines.firstIndex { Marker($0) == .ours }.map { $0 + 1 }
  }

  /// The lock of one side: ours, or theirs where ours is none either; nil when neither is one.
  var side: LockDocument? {
    [Marker.ours, .theirs].lazy.compactMap { side in
      let text = lines(of: side).joined(separator: "\n")
      return (try? JSON(parsing: text))?.object.map { LockDocument($0) }
    }.first
  }

  private func lines(of side: Marker) -> [String] {
    var current: Marker?
    return lines.filter { line in
      guard let marker = Marker(line) else { return current == nil || current == side }
      current = marker == .end ? nil : marker
      return false
    }
  }
}
