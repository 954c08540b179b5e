import JSONDocuments
import TestSupport

/// Makes JSON documents with awkward strings, keys and numbers.
struct DocumentGenerator {
  private var random: SeededRandom
  private let scalars = Array(
    "ab \"\\/\u{0}\n\r\t\u{1F}\u{7F}éñ模😀\u{301}\u{2028}~01".unicodeScalars)

  init(seed: UInt64) {
    random = SeededRandom(seed: seed)
  }

  mutating func document(depth: Int = 4) -> JSON {
    switch Int.random(in: 0..<(depth > 0 ? 7 : 5), using: &random) {
    case 0: .null
    case 1: .bool(.random(using: &random))
    case 2: .number(number())
    case 3, 4: .string(text())
    case 5: .array((0..<count()).map { _ in document(depth: depth - 1) })
    default: object(depth: depth - 1)
    }
  }

  private mutating func object(depth: Int) -> JSON {
    var object = JSONObject()
    for _ in 0..<count() { object[text()] = document(depth: depth) }
    return .object(object)
  }

  private mutating func number() -> JSONNumber {
    let whole = Int.random(in: -1_000_000...1_000_000, using: &random)
    return switch Int.random(in: 0..<3, using: &random) {
    case 0: JSONNumber(whole)
    case 1: JSONNumber(lexeme: "\(whole).\(Int.random(in: 0...999, using: &random))")
    default: JSONNumber(lexeme: "\(whole)e\(Int.random(in: -400...400, using: &random))")
    }
  }

  private mutating func text() -> String {
    var text = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 0...24, using: &random) {
      text.append(scalars[Int.random(in: 0..<scalars.count, using: &random)])
    }
    return String(text)
  }

  private mutating func count() -> Int { Int.random(in: 0...5, using: &random) }
}
