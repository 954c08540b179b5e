import Testing

@testable import Publishing

@Suite("Globs of the project config")
struct PathGlobTests {
  @Test(
    "a pattern matches what shells would match",
    arguments: [
      ("ml_model.yaml", "ml_model.yaml"), ("./ml_model.yaml", "ml_model.yaml"),
      ("*.yaml", "a.yaml"), ("models/*/ml_model*.yaml", "models/x/ml_model_2.yaml"),
      ("**/ml_model.yaml", "ml_model.yaml"), ("**/ml_model.yaml", "a/b/ml_model.yaml"),
      ("models/**", "models/a/b.yaml"), ("**/a/**/b/*.yaml", "a/a/x/b/b/c.yaml"),
      ("**/**/a.yaml", "a.yaml"), ("*.{yaml,yml}", "a.yml"), ("?.yaml", "é.yaml"),
      ("a*b*c.yaml", "aXbYbc.yaml"), ("{a,b}/{c,d}.yaml", "b/c.yaml"),
    ])
  func matches(_ pattern: String, _ path: String) {
    #expect(PathGlob(pattern).matches(path))
  }

  @Test("a folder is opened only where something below it may match")
  func mayMatch() {
    #expect(PathGlob("models/*.yaml").mayMatch(below: "models"))
    #expect(!PathGlob("models/*.yaml").mayMatch(below: "data"))
    #expect(!PathGlob("models/*.yaml").mayMatch(below: "models/old"))
    #expect(!PathGlob("ml_model.yaml").mayMatch(below: "models"))
    #expect(PathGlob("{models,teams/*}/ml_model*.yaml").mayMatch(below: "teams/a"))
    #expect(PathGlob("**/ml_model.yaml").mayMatch(below: "a/b/c"))
  }

  @Test(
    "a star stays within its folder, and nothing matches by halves",
    arguments: [
      ("*.yaml", "a/b.yaml"), ("*.yaml", "a.yml"), ("models/*.yaml", "models/x/a.yaml"),
      ("ml_model.yaml", "xml_model.yaml"), ("?.yaml", "ab.yaml"), ("*.{yaml,yml}", "a.yam"),
    ])
  func doesNotMatch(_ pattern: String, _ path: String) {
    #expect(!PathGlob(pattern).matches(path))
  }

  @Test("a pattern of many stars is decided in no time", .timeLimit(.minutes(1)))
  func manyStars() {
    let pattern = String(repeating: "a*", count: 40) + "b"
    #expect(!PathGlob(pattern).matches(String(repeating: "a", count: 200)))
  }

  @Test("a pattern of many folders is decided in no time", .timeLimit(.minutes(1)))
  func manyFolders() {
    let pattern = String(repeating: "**/*/", count: 40) + "b"
    #expect(!PathGlob(pattern).matches(String(repeating: "a/", count: 200) + "a"))
    let braces = String(repeating: "{**,*}/", count: 40) + "b"
    #expect(!PathGlob(braces).matches(String(repeating: "a/", count: 200) + "a"))
  }
}
