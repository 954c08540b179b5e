import TestSupport
import Testing

@testable import Reconciler

@Suite("Renames told by what both have")
struct RenameDetectionTests {
  private func candidate(_ key: String, _ traits: String) -> RenameDetection.Candidate {
    RenameDetection.Candidate(key: key, traits: Set(traits.split(separator: " ").map(String.init)))
  }

  @Test("half of both is enough, less is not")
  func threshold() {
    let pairs = RenameDetection.pairs(
      from: [candidate("old", "a b c d")], to: [candidate("new", "a b x y")])
    #expect(pairs == [RenameDetection.Pair(removed: "old", added: "new", similarity: 50)])
    #expect(
      RenameDetection.pairs(
        from: [candidate("old", "a b c d")], to: [candidate("new", "a v x y z")]
      ).isEmpty)
    #expect(RenameDetection.pairs(from: [candidate("a", "")], to: [candidate("b", "")]).isEmpty)
  }

  @Test("nobody is in two pairs, and the order of the input does not matter")
  func deterministic() {
    let removed = [candidate("a", "1 2 3 4"), candidate("b", "1 2 3 5"), candidate("c", "1 2 3 4")]
    let added = [candidate("x", "1 2 3 4"), candidate("y", "1 2 3 4"), candidate("z", "7")]
    let expected = RenameDetection.pairs(from: removed, to: added)
    #expect(expected.map { "\($0.removed)\($0.added)" } == ["ax", "cy"])
    var random = SeededRandom(seed: 7)
    for _ in 0..<20 {
      let pairs = RenameDetection.pairs(
        from: removed.shuffled(using: &random), to: added.shuffled(using: &random))
      #expect(pairs == expected)
    }
  }

  @Test("too many pairs are not compared")
  func limit() {
    let many = (0..<501).map { candidate("\($0)", "a") }
    #expect(RenameDetection.pairs(from: many, to: many).isEmpty)
  }
}
