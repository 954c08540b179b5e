import Publishing
import Testing

@Suite("Exit statuses")
struct ExitCodeTests {
  @Test(
    "before any write the first of 64, 78, 66, 77, 69, 75, 4, 65, 1, 2, 73 counts",
    arguments: [
      ([64, 78, 1], 64), ([78, 66], 78), ([66, 77, 65], 66), ([77, 69], 77), ([69, 75], 69),
      ([75, 4], 75), ([4, 65], 4), ([65, 1], 65), ([1, 2], 1), ([2, 73], 2), ([73], 73), ([], 0),
    ] as [([Int32], Int32)])
  func priorityBeforeAnyWrite(_ troubles: [Int32], _ expected: Int32) throws {
    var outcome = RunOutcome()
    outcome.troubles = Set(try troubles.map { try #require(ExitCode(rawValue: $0)) })
    #expect(outcome.status.rawValue == expected)
  }

  @Test("the order of troubles is total: each one wins over all that follow it")
  func everyPair() throws {
    let order: [Int32] = [64, 78, 66, 77, 69, 75, 4, 65, 1, 2, 73]
    for (index, first) in order.enumerated() {
      for second in order[(index + 1)...] {
        var outcome = RunOutcome()
        outcome.troubles = Set([first, second].compactMap(ExitCode.init(rawValue:)))
        #expect(outcome.status.rawValue == first)
      }
    }
  }

  @Test(
    "after a write only 130, 143, 5, 3 and 0 are possible",
    arguments: [
      (false, false, [], 0), (false, true, [], 3), (true, false, [], 5), (true, true, [], 5),
      (false, false, [73], 3), (false, false, [1], 0), (false, true, [77, 69, 65, 1], 3),
    ] as [(Bool, Bool, [Int32], Int32)])
  func afterAWrite(_ differs: Bool, _ isIncomplete: Bool, _ troubles: [Int32], _ expected: Int32) {
    var outcome = RunOutcome()
    outcome.hasWritten = true
    outcome.differs = differs
    outcome.isIncomplete = isIncomplete
    outcome.troubles = Set(troubles.compactMap(ExitCode.init(rawValue:)))
    #expect(outcome.status.rawValue == expected)
  }

  @Test("a signal outranks everything, written or not", arguments: [false, true])
  func signals(_ hasWritten: Bool) {
    for signal: ExitCode in [.interrupted, .terminated] {
      var outcome = RunOutcome()
      outcome.signal = signal
      outcome.hasWritten = hasWritten
      outcome.differs = true
      outcome.troubles = [.usage, .notPermitted]
      #expect(outcome.status == signal)
    }
  }
}
