import Diagnostics
import Testing

@testable import Publishing

@Suite("Models that a signal stopped")
struct StoppedModelsTests {
  private func finding(_ models: [String], each count: Int = 1) -> Diagnostic? {
    var stopped = StoppedModels()
    for model in models {
      var findings = DiagnosticList()
      for number in 0..<count {
        findings.append(Diagnostic(.stoppedEarly, "stopped before \(number)", model: model))
      }
      findings.append(Diagnostic(.conflict, "another", model: model))
      stopped.take(from: &findings, of: model)
      #expect(findings.items.map(\.code) == [.conflict])
    }
    return stopped.finding
  }

  @Test("many are one finding with their number and three names")
  func many() {
    let names = (1...40).map { "s.m\($0)" }
    #expect(
      finding(names)?.message
        == "stopped before 40 models were written whole: s.m1, s.m2, s.m3 and 37 more")
    #expect(
      finding(["s.a", "s.b"])?.message == "stopped before 2 models were written whole: s.a, s.b")
  }

  @Test("one model is named, however many of its edges are missing")
  func one() {
    #expect(finding(["s.m"])?.message == "stopped before 0")
    #expect(finding(["s.m"], each: 3)?.message == "stopped before s.m was written whole")
    #expect(finding(["s.m"], each: 3)?.model == "s.m")
    #expect(finding([]) == nil)
  }
}
