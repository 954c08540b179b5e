import TestSupport
import Testing

@Suite("Seeded random numbers")
struct SeededRandomTests {
  @Test("a seed repeats its numbers, another gives others")
  func repeatable() {
    var first = SeededRandom(seed: 1)
    var second = SeededRandom(seed: 1)
    var other = SeededRandom(seed: 2)
    let numbers = (0..<8).map { _ in first.next() }
    #expect(numbers == (0..<8).map { _ in second.next() })
    #expect(Set(numbers).isDisjoint(with: (0..<8).map { _ in other.next() }))
  }
}
