/// How much a text report says, and whether in colour.
public struct TextStyle: Sendable, Hashable {
  /// How much is said.
  public enum Detail: Int, Sendable, Hashable, Comparable {
    /// `-q`: findings and the summary.
    case quiet
    case usual
    /// `-v`: values in full, where each comes from, and what stays as it is.
    case verbose

    /// Orders by how much is said.
    public static func < (left: Detail, right: Detail) -> Bool { left.rawValue < right.rawValue }
  }

  /// How much is said.
  public var detail: Detail
  /// Whether colours are used; nothing is said by colour alone.
  public var usesColor: Bool

  /// Makes a style.
  public init(detail: Detail = .usual, usesColor: Bool = false) {
    self.detail = detail
    self.usesColor = usesColor
  }

  func paint(_ text: String, _ color: Color) -> String {
    usesColor ? "\u{1B}[\(color.rawValue)m\(text)\u{1B}[0m" : text
  }

  enum Color: String {
    case bold = "1"
    case dim = "2"
    case red = "31"
    case green = "32"
    case yellow = "33"
  }
}
