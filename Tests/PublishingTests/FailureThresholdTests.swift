import Diagnostics
import Publishing
import Testing

@Suite("The threshold of --fail-on")
struct FailureThresholdTests {
  private func finding(_ severity: Severity, suppressed: Bool = false) -> Diagnostic {
    var finding = Diagnostic(.notReadBack, "something", severity: severity)
    finding.suppressed = suppressed
    return finding
  }

  @Test(
    "a finding at or above the threshold fails the run and blocks its model",
    arguments: [
      (.error, .error, true), (.error, .warning, false), (.warning, .warning, true),
      (.warning, .note, false), (.note, .note, true),
    ] as [(FailureThreshold, Severity, Bool)])
  func atOrAbove(_ threshold: FailureThreshold, _ severity: Severity, _ expected: Bool) {
    #expect(threshold.fails(finding(severity)) == expected)
    #expect(threshold.blocks(finding(severity)) == expected)
  }

  @Test("never fails nothing, and still blocks the model of an error")
  func never() {
    #expect(!FailureThreshold.never.fails(finding(.error)))
    #expect(FailureThreshold.never.blocks(finding(.error)))
    #expect(!FailureThreshold.never.blocks(finding(.warning)))
  }

  @Test("a suppressed finding neither fails nor blocks")
  func suppressed() {
    #expect(!FailureThreshold.note.fails(finding(.error, suppressed: true)))
    #expect(!FailureThreshold.note.blocks(finding(.error, suppressed: true)))
  }
}
