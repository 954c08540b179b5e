/// Whether colours are used (`--color`).
enum ColorChoice: String, CaseIterable {
  case auto
  case always
  case never

  /// The decision; `auto` looks at `NO_COLOR`, `CLICOLOR_FORCE`, `TERM` and the stream.
  func usesColor(_ environment: [String: String], isTerminal: Bool) -> Bool {
    switch self {
    case .always: return true
    case .never: return false
    case .auto: break
    }
    if environment["NO_COLOR"]?.isEmpty == false { return false }
    if let force = environment["CLICOLOR_FORCE"], !force.isEmpty, force != "0" { return true }
    return isTerminal && environment["TERM"] != "dumb"
  }
}
