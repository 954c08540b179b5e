/// A pattern for paths: `*` and `?` within one step, `**` for any number of steps, `{a,b}` for
/// either.
struct Glob: Sendable, Hashable {
  private let alternatives: [[String]]

  /// Reads a pattern; steps are separated by `/`, and `./` at the beginning means nothing.
  init(_ pattern: String) {
    alternatives = Glob.expanded(pattern).map { alternative in
      alternative.split(separator: "/").map(String.init).filter { $0 != "." }
    }
  }

  /// Whether a relative path, without `.` and `..`, matches.
  func matches(_ path: String) -> Bool {
    let steps = path.split(separator: "/").map(String.init)
    return alternatives.contains { Glob.matches($0[...], steps[...]) }
  }

  private static func matches(_ pattern: ArraySlice<String>, _ steps: ArraySlice<String>) -> Bool {
    guard let first = pattern.first else { return steps.isEmpty }
    if first == "**" {
      return (0...steps.count).contains { matches(pattern.dropFirst(), steps.dropFirst($0)) }
    }
    guard let step = steps.first, matches(step: first, step) else { return false }
    return matches(pattern.dropFirst(), steps.dropFirst())
  }

  /// Compares one step; remembers only the last `*`, so that no pattern takes exponential time.
  private static func matches(step pattern: String, _ text: String) -> Bool {
    let pattern = Array(pattern.unicodeScalars)
    let text = Array(text.unicodeScalars)
    var (patternIndex, textIndex) = (0, 0)
    var star: (pattern: Int, text: Int)?
    while textIndex < text.count {
      let wanted = patternIndex < pattern.count ? pattern[patternIndex] : nil
      if wanted == "*" {
        star = (patternIndex, textIndex)
        patternIndex += 1
      } else if wanted == "?" || wanted == text[textIndex] {
        patternIndex += 1
        textIndex += 1
      } else if let last = star {
        star = (last.pattern, last.text + 1)
        (patternIndex, textIndex) = (last.pattern + 1, last.text + 1)
      } else {
        return false
      }
    }
    return pattern[patternIndex...].allSatisfy { $0 == "*" }
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
