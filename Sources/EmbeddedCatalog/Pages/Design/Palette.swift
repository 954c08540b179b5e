/// The colours of the pages, for light and for dark surroundings.
struct Palette: Sendable, Hashable {
  /// A colour as `#rrggbb`.
  typealias Color = String

  /// Behind everything, and behind tables and boxes.
  var canvas, surface: Color
  /// Boxes within boxes: table heads, code.
  var inset: Color
  /// Text, and text that matters less.
  var ink, muted: Color
  /// Lines between things, and lines that carry a meaning.
  var line, edge: Color
  /// Links and features; what stands on a surface of this colour.
  var accent, onAccent: Color
  /// A light surface of the accent.
  var accentInset: Color
  /// What came, and its surface.
  var added, addedInset: Color
  /// What went, and its surface.
  var removed, removedInset: Color
  /// What to mind, and its surface.
  var notice, noticeInset: Color

  static let light = Palette(
    canvas: "#f5f6f8", surface: "#ffffff", inset: "#eff1f4", ink: "#18202b", muted: "#545f6e",
    line: "#dde1e7", edge: "#7b8796", accent: "#0b6470", onAccent: "#ffffff",
    accentInset: "#e3f2f3", added: "#14592f", addedInset: "#e0f4e6", removed: "#982424",
    removedInset: "#fce8e6", notice: "#77500a", noticeInset: "#fdf1d8")

  static let dark = Palette(
    canvas: "#10141a", surface: "#181e26", inset: "#222a34", ink: "#e7ebf1", muted: "#a1adbb",
    line: "#2d3743", edge: "#74839a", accent: "#6cc9d3", onAccent: "#0c1a1d",
    accentInset: "#17333a", added: "#86dca6", addedInset: "#14321f", removed: "#ffa49c",
    removedInset: "#42201f", notice: "#efc574", noticeInset: "#392b10")

  /// The colours as custom properties of a style sheet.
  var properties: String {
    let colors = [
      ("canvas", canvas), ("surface", surface), ("inset", inset), ("ink", ink), ("muted", muted),
      ("line", line), ("edge", edge), ("accent", accent), ("on-accent", onAccent),
      ("accent-inset", accentInset), ("added", added), ("added-inset", addedInset),
      ("removed", removed), ("removed-inset", removedInset), ("notice", notice),
      ("notice-inset", noticeInset),
    ]
    return colors.map { "--\($0): \($1);" }.joined(separator: " ")
  }
}
