import Diagnostics
import TestSupport
import Testing
import YAMLSource

@Suite("Damaged texts")
struct MutationTests {
  private static let seeds = [
    """
    serviceName: &s CustomMLService
    name: "Revenue Predictions" # note
    description: |
      Two lines
      of text
    mlFeatures: &f
      - name: 'a''b'
        <<: [*s, {dataType: numerical}]
        featureSources: [{name: x, tags: [PII.Sensitive, *s]}]
    x-note: !!str >-
      folded\u{2028}text
    ---
    ? {a: [b, c: d]}
    : *f
    ...
    """
  ]

  private static let pieces = [
    "&a ", "*a", "<<: ", "[", "]", "{", "}", ": ", "- ", "? ", "\n", "\r\n", "\r", "\t", "'", "\"",
    "|", ">", "!!", "!<", "%", "---", "...", "#", "\\", "\u{85}", "\u{2028}", "\u{0}", "é", "👩‍🔬",
  ].map { Array($0.utf8) }

  @Test("a damaged text neither crashes nor hangs, and every place lies in the file")
  func mutations() {
    var random = SeededRandom(seed: 101)
    for _ in 0..<500 {
      guard var bytes = Self.seeds.randomElement(using: &random).map({ Array($0.utf8) }) else {
        return
      }
      for _ in 0..<Int.random(in: 1...8, using: &random) { mutate(&bytes, &random) }
      let outline = Outline(bytes: bytes)
      let file = SourceFile(path: "m.yaml", bytes: bytes)
      let end = Position(line: file.lineCount, column: bytes.count + 2)
      let ranges =
        outline.findings.compactMap(\.range)
        + outline.documents.compactMap(\.root).flatMap(ranges(in:))
      let isSound = ranges.allSatisfy { $0.start <= $0.end && .start <= $0.start && $0.end <= end }
      #expect(isSound, "\(String(decoding: bytes, as: UTF8.self).debugDescription)")
    }
  }

  private func mutate(_ bytes: inout [UInt8], _ random: inout SeededRandom) {
    let place = Int.random(in: 0...bytes.count, using: &random)
    switch Int.random(in: 0..<4, using: &random) {
    case 0: bytes.insert(contentsOf: Self.pieces.randomElement(using: &random) ?? [], at: place)
    case 1 where place < bytes.count: bytes[place] = UInt8.random(in: 0...255, using: &random)
    case 2: bytes.removeSubrange(place..<min(bytes.count, place + 5))
    default: bytes.insert(contentsOf: bytes[place..<min(bytes.count, place + 20)], at: place)
    }
  }

  private func ranges(in node: YAMLNode) -> [SourceRange] {
    let own = [node.range] + (node.aliasRange.map { [$0] } ?? [])
    return switch node.content {
    case .scalar: own
    case .sequence(let items): own + items.flatMap(ranges(in:))
    case .mapping(let entries):
      own + entries.flatMap { ranges(in: $0.key) + ranges(in: $0.value) }
    }
  }

  @Test("long hostile texts are answered quickly", .timeLimit(.minutes(1)))
  func hostile() {
    for piece in ["[", "{", "- ", "? ", "&a ", "!x ", "a: ", "[[", "{a: ", "\"", "*a ", "%", "|\n"]
    {
      let text = String(repeating: piece, count: 200_000 / piece.utf8.count)
      _ = Outline(text).findings
    }
    let anchors = (0..<20_000).map { "&a\($0) x" }.joined(separator: ",")
    #expect(Outline("[\(anchors)]").findings.isEmpty)
  }
}
