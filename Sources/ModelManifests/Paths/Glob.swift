/// Text in which `*` stands for any run of characters, none included.
struct Glob {
  private let pattern: [Unicode.Scalar]

  init(_ pattern: String) {
    self.pattern = Array(pattern.unicodeScalars)
  }

  /// Whether all of `text` fits.
  ///
  /// Only the last asterisk is ever tried again, so the work is at most pattern times text.
  func matches(_ text: String) -> Bool {
    let text = Array(text.unicodeScalars)
    var place = 0
    var step = 0
    var star: (step: Int, place: Int)?
    while place < text.count {
      if step < pattern.count, pattern[step] == "*" {
        star = (step, place)
        step += 1
      } else if step < pattern.count, pattern[step] == text[place] {
        step += 1
        place += 1
      } else if let last = star {
        star = (last.step, last.place + 1)
        step = last.step + 1
        place = last.place + 1
      } else {
        return false
      }
    }
    return pattern[step...].allSatisfy { $0 == "*" }
  }
}
