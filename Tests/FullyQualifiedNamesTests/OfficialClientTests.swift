import FullyQualifiedNames
import JSONDocuments
import TestSupport
import Testing

@Suite(
  "Agreement with the official client",
  .enabled(if: !OfficialClientLine.installed.isEmpty, "no official client: run `make setup`"))
struct OfficialClientTests {
  /// Line ends but LF are left out: the client accepts them in names, its server does not.
  private static let alphabet = "ab.\"\n /%:é\u{301}模"

  @Test(
    "thousands of names are written, or refused, as the client does", .timeLimit(.minutes(2)),
    arguments: OfficialClientLine.installed)
  func building(line: OfficialClientLine) throws {
    var random = SeededRandom(seed: 15)
    let names = (0..<4000).map { _ -> FullyQualifiedName in
      var name = FullyQualifiedName.generated(from: Self.alphabet, using: &random)
      if Bool.random(using: &random) {
        let index = name.parts.indices.randomElement(using: &random) ?? 0
        name.parts[index] = "\"\(name.parts[index])\""
      }
      return name
    }
    let answers = try answers(
      of: line, to: names.map { ["parts": .array($0.parts.map(JSON.string))] })
    for (name, answer) in zip(names, answers) {
      let text = try? name.text(.rejectsQuotes)
      #expect(text.map(JSON.string) ?? .null == answer, "\(name.parts)")
    }
    #expect(answers.contains(.null))
  }

  @Test(
    "names that the client wrote are split as it does", .timeLimit(.minutes(2)),
    arguments: OfficialClientLine.installed)
  func splitting(line: OfficialClientLine) throws {
    var random = SeededRandom(seed: 16)
    let texts = try (0..<4000).map { _ in
      try FullyQualifiedName.generated(from: "ab. /%:é\u{301}模", using: &random).text()
    }
    let answers = try answers(of: line, to: texts.map { ["text": .string($0)] })
    for (text, answer) in zip(texts, answers) {
      let parts = try FullyQualifiedName(parsing: text).parts
      #expect(.array(parts.map(JSON.string)) == answer, "\(text)")
    }
  }

  @Test(
    "whatever text the client can split is split as it does", .timeLimit(.minutes(2)),
    arguments: OfficialClientLine.installed)
  func splittingAnything(line: OfficialClientLine) throws {
    var random = SeededRandom(seed: 17)
    let alphabet = Array("ab..\"\" é".unicodeScalars)
    let texts = (0..<4000).map { _ -> String in
      var text = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 1...12, using: &random) {
        text.append(alphabet[Int.random(in: 0..<alphabet.count, using: &random)])
      }
      return String(text)
    }
    let answers = try answers(of: line, to: texts.map { ["text": .string($0)] })
    // From 1.13 on servers print names that no client can split; those are ours alone.
    for (text, answer) in zip(texts, answers) where answer != .null {
      let parts = try? FullyQualifiedName(parsing: text).parts
      // The client 2.0 splits at doubled quotes as its server does, and leaves them doubled.
      let doubled = parts?.map { JSON.string($0.replacing("\"", with: "\"\"")) }
      #expect(doubled.map(JSON.array) == answer, "\(text)")
    }
    #expect(answers.count { $0 != .null } > 300)
  }

  private func answers(of line: OfficialClientLine, to questions: [JSON]) throws -> [JSON] {
    let client = try #require(line.environment)
    let answers = try client.answers(of: "official_names.py", to: questions)
    try #require(answers.count == questions.count)
    return answers
  }
}
