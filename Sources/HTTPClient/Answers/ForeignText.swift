/// Text that others wrote and that we show: an answer may come from anybody.
public enum ForeignText {
  private static let longest = 500

  /// The text on one line, without control characters that a terminal would obey, and not too long.
  public static func presentable(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse,
        .unassigned:
        scalars.append(" ")
      default: scalars.append(scalar)
      }
    }
    let words = String(scalars).split(separator: " ").joined(separator: " ")
    return words.count <= longest ? words : words.prefix(longest) + "…"
  }
}
