import Diagnostics
import JSONDocuments
import Publishing

extension JSON {
  /// `checks` of a report: what was examined, in its order.
  init(checkups: [Checkup]) {
    self = .array(
      checkups.map { checkup in
        let (word, _) = CheckupText.mark(checkup.state)
        let detail: String =
          switch checkup.state {
          case .passed(let words), .notChecked(let words): words
          case .doubtful(let finding), .failed(let finding): finding.message
          }
        return [
          "subject": .string(checkup.subject.rawValue),
          "state": .string(word == "not checked" ? "notChecked" : word),
          "detail": .string(detail),
          "code": JSON(checkup.finding?.code.rawValue), "hint": JSON(checkup.finding?.hint),
        ]
      })
  }

  /// `rules` of a report: what a server did beside what is assumed of it.
  init(observations: [RuleObservation]) {
    self = .array(
      observations.map { observation in
        [
          "rule": .string(observation.rule), "title": .string(observation.title),
          "assumed": .string(observation.assumed), "observed": JSON(observation.observed),
          "holds": .bool(observation.holds), "source": .string(observation.source),
        ]
      })
  }

  /// `settings` of a report.
  init(settings: [Setting]) {
    self = .array(
      settings.map { setting in
        [
          "name": .string(setting.name), "value": JSON(setting.value),
          "origin": .string(setting.origin),
        ]
      })
  }
}
