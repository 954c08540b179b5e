import Diagnostics

/// What `doctor` found out so far.
struct Examination {
  private(set) var checkups: [Checkup] = []
  /// The statuses with which publishing would end.
  private(set) var troubles: Set<ExitCode> = []

  /// Notes that something is as it should be.
  mutating func pass(_ subject: Checkup.Subject, _ words: String) {
    checkups.append(Checkup(subject, .passed(words)))
  }

  /// Notes something that is to be seen to.
  mutating func doubt(_ subject: Checkup.Subject, _ finding: Diagnostic) {
    checkups.append(Checkup(subject, .doubtful(finding)))
  }

  /// Notes where publishing would end, and how.
  mutating func fail(
    _ subject: Checkup.Subject, _ finding: Diagnostic, _ status: ExitCode
  ) {
    checkups.append(Checkup(subject, .failed(finding)))
    troubles.insert(status)
  }

  /// Notes what was not looked at.
  mutating func skip(_ subjects: [Checkup.Subject], _ reason: String) {
    for subject in subjects where !checkups.contains(where: { $0.subject == subject }) {
      checkups.append(Checkup(subject, .notChecked(reason)))
    }
  }

  /// The checkups in their order, everything that nobody looked at among them.
  func finished(_ reason: String) -> [Checkup] {
    var whole = self
    whole.skip(Checkup.Subject.allCases, reason)
    return Checkup.Subject.allCases.flatMap { subject in
      whole.checkups.filter { $0.subject == subject }
    }
  }
}
