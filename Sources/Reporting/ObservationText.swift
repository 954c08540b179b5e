import Diagnostics
import Publishing

/// What a server did beside what is assumed of it, as a text report shows it.
struct ObservationText {
  let style: TextStyle

  /// A line for each rule.
  func lines(_ observations: [RuleObservation]) -> [String] {
    observations.map { observation in
      let (word, color): (String, TextStyle.Color) =
        observation.observed == nil
        ? ("not tried", .dim) : observation.holds ? ("holds", .green) : ("differs", .red)
      let padding = String(repeating: " ", count: 13 - word.count)
      let text = "\(style.paint(word, color))\(padding)\(observation.rule): \(observation.title): "
      guard let observed = observation.observed, !observation.holds else {
        return text + observation.assumed
      }
      return text + "\(VisibleText.escaping(observed)), assumed \(observation.assumed) "
        + "(\(observation.source))"
    }
  }

  /// How many rules hold.
  static func summary(_ observations: [RuleObservation], version: String) -> String {
    let holding = observations.count { $0.holds }
    let missing = observations.count { $0.observed == nil }
    let differing = observations.count - holding - missing
    var text = "Probed OpenMetadata \(version): \(holding) of \(observations.count) rules hold"
    if differing > 0 { text += ", \(differing) \(differing == 1 ? "differs" : "differ")" }
    if missing > 0 { text += ", \(missing) not tried" }
    return text + "."
  }
}
