import Diagnostics
import Testing

@Suite("Spelling suggestions")
struct SpellingSuggestionTests {
  @Test(
    "a word is found in spite of one slip or two",
    arguments: [
      ("algoritm", "algorithm"), ("mlFeature", "mlFeatures"), ("descripton", "description"),
      ("nmae", "name"), ("taregt", "target"), ("data_type", "dataType"), ("sevrice", "service"),
      ("mlhyperparameters", "mlHyperParameters"),
    ])
  func found(word: String, meant: String) {
    let words = [
      "name", "service", "description", "algorithm", "target", "mlFeatures", "mlHyperParameters",
      "dataType", "tags", "tier",
    ]
    #expect(SpellingSuggestion.best(for: word, among: words) == meant)
  }

  @Test(
    "what is far off, or too short to tell, has no suggestion", arguments: ["price", "x", "id", ""])
  func notFound(word: String) {
    #expect(SpellingSuggestion.best(for: word, among: ["name", "if", "", "y", "tags"]) == nil)
  }

  @Test("a difference in letter case only comes first")
  func letterCase() {
    #expect(
      SpellingSuggestion.ranked(
        for: "Orders", among: ["order", "Order", "borders", "ORDERS", "orders"])
        == ["orders", "ORDERS", "Order", "order", "borders"])
  }

  @Test("words equally near stay in the order given, and the word itself is no suggestion")
  func stable() {
    #expect(
      SpellingSuggestion.ranked(for: "rate", among: ["rats", "rate", "race", "date"]) == [
        "rats", "race", "date",
      ])
  }

  @Test("a word that may be taken without asking is very near, alone, and has the same digits")
  func only() {
    func only(_ word: String, _ words: String..., slips: Int = 3) -> String? {
      SpellingSuggestion.only(for: word, among: words, slips: slips)
    }
    #expect(only("descripton", "description", "name") == "description")
    #expect(only("hyperParameters", "mlHyperParameters", "mlFeatures") == "mlHyperParameters")
    #expect(only("Users", "users", "user") == "users")
    #expect(only("rate", "rats", "race") == nil)
    #expect(only("users", "orders") == nil)
    #expect(only("sales_2024", "sales_2025") == nil)
    #expect(only("users_eu", "users_us", slips: 1) == nil)
    #expect(only("membershp", "membership", slips: 1) == "membership")
    #expect(only("x", "y") == nil)
  }

  @Test("very long words are compared in reasonable time", .timeLimit(.minutes(1)))
  func longWords() {
    let word = String(repeating: "abcdefgh", count: 400)
    let words = (0..<40).map { word + "\($0)" }
    #expect(SpellingSuggestion.ranked(for: word, among: words).count == 40)
    #expect(SpellingSuggestion.best(for: word, among: [String(repeating: "x", count: 3200)]) == nil)
  }
}
