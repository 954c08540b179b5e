import JSONDocuments
import Testing

@Suite("Equality of JSON values")
struct EqualityTests {
  @Test("members are equal in any order, and hash so")
  func memberOrder() {
    let left: JSON = ["a": 1, "b": ["c": 2, "d": 3]]
    let right: JSON = ["b": ["d": 3, "c": 2], "a": 1]
    #expect(left == right)
    #expect(Set([left, right]).count == 1)
    #expect(left != ["a": 1])
    #expect(left != ["a": 1, "b": ["c": 2, "d": 4]])
  }

  @Test("strings and keys are equal by code points")
  func codePoints() {
    #expect(JSON.string("\u{E9}") != .string("e\u{301}"))
    #expect((["\u{E9}": 1] as JSON) != ["e\u{301}": 1])
    #expect((["\u{E9}": 1, "e\u{301}": 2] as JSON) == ["e\u{301}": 2, "\u{E9}": 1])
  }

  @Test("numbers are equal by text, and mean the same by value")
  func numbers() {
    let pairs = [
      ("1", "1.0"), ("1", "10e-1"), ("-0", "0.00"), ("0e5", "0"), ("120", "1.2E2"),
      ("0.001", "1e-3"), ("123456789012345678901", "123456789012345678901.0"),
    ]
    for (left, right) in pairs {
      let (left, right) = (number(left), number(right))
      #expect(left != right)
      #expect(left.hasSameValue(as: right), "\(left.text()) and \(right.text())")
      #expect((["a": [left]] as JSON).hasSameValue(as: ["a": [right]]))
    }
    let others = [
      ("1", "-1"), ("1", "1.01"), ("10", "1"), ("9007199254740993", "9007199254740992"),
      ("1e999", "1e998"), ("0.1", "0.01"), ("1e99999999999999999999", "1e5"),
    ]
    for (left, right) in others {
      #expect(!number(left).hasSameValue(as: number(right)), "\(left) and \(right)")
    }
  }

  @Test("values of different kinds or sizes never mean the same")
  func kinds() {
    let values: [JSON] = [.null, false, 0, "0", [], [:], [0], ["a": 0], ["b": 0], "", [.null]]
    for (index, left) in values.enumerated() {
      for (other, right) in values.enumerated() {
        #expect((left == right) == (index == other))
        #expect(left.hasSameValue(as: right) == (index == other))
      }
    }
  }

  private func number(_ lexeme: String) -> JSON { .number(JSONNumber(lexeme: lexeme)) }
}
