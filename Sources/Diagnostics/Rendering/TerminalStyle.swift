/// How a word stands out in a terminal, by an ANSI sequence (ECMA-48 SGR).
enum TerminalStyle: String {
  case bold = "1"
  case red = "1;31"
  case yellow = "1;33"
  case cyan = "1;36"
  case blue = "34"

  init(_ severity: Severity) {
    switch severity {
    case .error: self = .red
    case .warning: self = .yellow
    case .note: self = .cyan
    }
  }
}
