/// The one style sheet of all pages.
enum StyleSheet {
  static let text = [colors, StyleSheet.frame, StyleSheet.content, StyleSheet.lineage]
    .joined(separator: "\n")

  private static let colors = """
    :root { color-scheme: light dark; \(Palette.light.properties) }
    @media (prefers-color-scheme: dark) { :root { \(Palette.dark.properties) } }
    """

  /// The mark of the site, in tabs and in the head of every page.
  static let icon = Markup(
    "svg", MarkupAttribute("xmlns", "http://www.w3.org/2000/svg"),
    MarkupAttribute("viewBox", "0 0 32 32")
  ) {
    Markup(
      "rect", MarkupAttribute("width", "32"), MarkupAttribute("height", "32"),
      MarkupAttribute("rx", "7"), MarkupAttribute("fill", Palette.light.accent))
    Markup(
      "path", MarkupAttribute("d", "M8 10h5c6 0 3 12 9 12h2M8 22h5c3 0 4-3 5-6"),
      MarkupAttribute("fill", "none"), MarkupAttribute("stroke", Palette.light.onAccent),
      MarkupAttribute("stroke-width", "2.4"), MarkupAttribute("stroke-linecap", "round"))
  }
}
