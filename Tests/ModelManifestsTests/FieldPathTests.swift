import ModelManifests
import TestSupport
import Testing

@Suite("Field paths")
struct FieldPathTests {
  @Test(
    "a path is read as it is written",
    arguments: [
      ("description", FieldPath("description")),
      ("mlStore.storage", FieldPath("mlStore").member("storage")),
      ("mlFeatures[a b].tags", FieldPath("mlFeatures").element("a b").member("tags")),
      (#"mlHyperParameters["a]b"]"#, FieldPath("mlHyperParameters").element("a]b")),
      (#"mlFeatures["say \"x\" \\"]"#, FieldPath("mlFeatures").element(#"say "x" \"#)),
      ("tags[PII.Sensitive]", FieldPath("tags").element("PII.Sensitive")),
      (
        #"mlFeatures[f].featureSources["my.svc".d.c.t.col].name"#,
        FieldPath("mlFeatures").element("f").member("featureSources")
          .element(#""my.svc".d.c.t.col"#).member("name")
      ),
      (#"tags[""]"#, FieldPath("tags").element("")),
      ("extension.a.b [c]", FieldPath("extension").member("a.b [c]")),
    ])
  func reading(_ text: String, _ path: FieldPath) throws {
    #expect(try FieldPath(parsing: text) == path)
  }

  @Test("what is written is read back as the same path")
  func roundTrip() throws {
    var random = SeededRandom(seed: 7)
    for _ in 0..<2_000 {
      var path = FieldPath("mlFeatures")
      for _ in 0..<Int.random(in: 0...3, using: &random) {
        let key = String(
          (0..<Int.random(in: 0...5, using: &random)).map { _ in
            "ab.[]\"\\* é\u{301}\n".randomElement(using: &random) ?? "a"
          })
        path = path.element(key)
        if Bool.random(using: &random) { path = path.member("description") }
      }
      #expect(try FieldPath(parsing: path.description) == path, "\(path)")
      let pattern = try FieldPathPattern(parsing: path.description)
      #expect(pattern.covers(path), "\(path)")
      #expect(try FieldPathPattern(parsing: pattern.description) == pattern, "\(path)")
    }
  }

  @Test(
    "texts that are no paths are refused",
    arguments: [
      "", ".", "a.", "a..b", "[a]", "a[", "a[]", "a[b", "a[b]c", "a]", #"a["b""#, "extension.",
    ])
  func refused(_ text: String) {
    #expect(throws: FieldPathError.self) { try FieldPath(parsing: text) }
  }

  @Test("a path covers itself and everything below it")
  func covering() {
    let features = FieldPath("mlFeatures")
    #expect(features.covers(features.element("a").member("tags")))
    #expect(features.covers(features))
    #expect(!features.element("a").covers(features))
    #expect(!FieldPath("ml").covers(features))
  }

  @Test(
    "an asterisk stands for any text within one step",
    arguments: [
      ("mlFeatures[*].tags", "mlFeatures[a].tags[PII.None]", true),
      ("mlFeatures[*].tags", "mlFeatures[a].description", false),
      ("mlFeatures[a*c]", "mlFeatures[abbc]", true), ("mlFeatures[a*c]", "mlFeatures[ab]", false),
      ("mlFeatures[*a*b*]", "mlFeatures[xaxxbx]", true), ("*", "description", true),
      ("*", "mlFeatures[a]", true), ("mlFeatures[*]", "mlFeatures", false),
      (#"mlFeatures["*"]"#, "mlFeatures[a]", false),
      (#"mlFeatures["*"]"#, #"mlFeatures["*"]"#, true), ("ml*", "mlStore.storage", true),
      ("domain", "domains[Finance]", true), ("domains", "domain", true),
      ("domains[Finance]", "domain", false), ("extension.domain", "extension.domains", false),
      ("extension.*", "extension.a.b", true),
    ])
  func globs(_ pattern: String, _ path: String, _ isCovered: Bool) throws {
    let pattern = try FieldPathPattern(parsing: pattern)
    #expect(pattern.covers(try FieldPath(parsing: path)) == isCovered)
  }

  @Test("many asterisks do not take long", .timeLimit(.minutes(1)))
  func manyAsterisks() {
    let glob = String(repeating: "*a", count: 500) + "b"
    let pattern = FieldPathPattern([.member(glob)])
    #expect(!pattern.covers(FieldPath(String(repeating: "a", count: 5_000))))
  }
}
