/// Keys without a letter, as WebDriver writes them (W3C WebDriver §17.4.2).
public enum Key {
  /// To the next thing that can have the focus.
  public static let tab = "\u{E004}"
  /// Presses what has the focus.
  public static let enter = "\u{E007}"
}
