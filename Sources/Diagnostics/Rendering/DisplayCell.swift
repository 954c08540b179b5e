/// What one Unicode scalar of a source line looks like in a terminal.
struct DisplayCell {
  /// The text printed for it.
  let text: String
  /// How many columns of the terminal it takes.
  let width: Int

  /// Tabs become spaces up to the next multiple of four columns.
  init(_ scalar: Unicode.Scalar, atColumn column: Int) {
    if scalar == "\t" {
      width = 4 - column % 4
      text = String(repeating: " ", count: width)
    } else if !VisibleText.isVisible(scalar) {
      text = VisibleText.escape(scalar)
      width = text.utf8.count
    } else {
      text = String(scalar)
      width = Self.width(of: scalar)
    }
  }

  /// The cells of a stretch of a line.
  static func cells(of scalars: some Sequence<Unicode.Scalar>) -> [DisplayCell] {
    var column = 0
    return scalars.map { scalar in
      let cell = DisplayCell(scalar, atColumn: column)
      column += cell.width
      return cell
    }
  }

  /// Combining marks and joiners take no column; East Asian wide characters and emoji take two.
  private static func width(of scalar: Unicode.Scalar) -> Int {
    if scalar.value < 0x300 { return 1 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: break
    }
    return wide.contains { $0.contains(scalar.value) } ? 2 : 1
  }

  /// The blocks that Unicode's EastAsianWidth calls wide or full-width, rounded to whole blocks.
  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
    0xA000...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE4F, 0xFF00...0xFF60,
    0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1F9FF, 0x1FA70...0x1FAFF,
    0x20000...0x3FFFD,
  ]
}
