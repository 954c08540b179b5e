import ModelManifests

/// A pattern for paths: `*` and `?` within one step, `**` for any number of steps, `{a,b}` for
/// either.
struct PathGlob: Sendable, Hashable {
  private enum Step: Sendable, Hashable {
    case anySteps
    case glob(Glob)

    init(_ pattern: String) {
      self = pattern == "**" ? .anySteps : .glob(Glob(pattern, hasSingle: true))
    }

    func matches(_ step: String) -> Bool {
      if case .glob(let glob) = self { glob.matches(step) } else { false }
    }
  }

  private let alternatives: [[Step]]

  /// Reads a pattern; steps are separated by `/`, and `./` at the beginning means nothing.
  init(_ pattern: String) {
    alternatives = PathGlob.expanded(pattern).map { alternative in
      alternative.split(separator: "/").filter { $0 != "." }.map { Step(String($0)) }
    }
  }

  /// Whether a relative path, without `.` and `..`, matches.
  func matches(_ path: String) -> Bool {
    let steps = path.split(separator: "/").map(String.init)
    return alternatives.contains { pattern in
      Glob.matches(pattern, steps, isRun: { $0 == .anySteps }, fits: { $0.matches($1) })
    }
  }

  /// Whether something below a folder may match; the folder is a relative path without dots.
  func mayMatch(below folder: String) -> Bool {
    let steps = folder.split(separator: "/").map(String.init)
    return alternatives.contains { pattern in
      for (step, glob) in zip(steps, pattern) {
        if glob == .anySteps { return true }
        if !glob.matches(step) { return false }
      }
      return pattern.count > steps.count
    }
  }

  /// At most 64 alternatives; what goes beyond is taken literally.
  private static func expanded(_ pattern: String) -> [String] {
    var finished: [String] = []
    var waiting = [pattern]
    while let next = waiting.popLast() {
      guard finished.count + waiting.count < 64, let close = next.firstIndex(of: "}"),
        let open = next[..<close].lastIndex(of: "{")
      else {
        finished.append(next)
        continue
      }
      let choices = next[next.index(after: open)..<close]
        .split(separator: ",", omittingEmptySubsequences: false)
      waiting += choices.map { String(next[..<open] + $0 + next[next.index(after: close)...]) }
    }
    return finished
  }
}
