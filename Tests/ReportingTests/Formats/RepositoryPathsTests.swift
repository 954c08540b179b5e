import Reporting
import Testing

@Suite("Where files lie in their repository")
struct RepositoryPathsTests {
  private let paths = RepositoryPaths(root: "/home/r/shop", workingDirectory: "/home/r/shop/models")

  @Test(
    "is told from the root, wherever the run starts",
    arguments: [
      ("a.yaml", "models/a.yaml"), ("./b/../a.yaml", "models/a.yaml"), ("../a.yaml", "a.yaml"),
      ("/home/r/shop/x/a.yaml", "x/a.yaml"), ("//home/r/./shop//a.yaml", "a.yaml"),
    ])
  func inside(_ path: String, _ expected: String) {
    #expect(paths.locate(path).text == expected)
    #expect(paths.locate(path).isInside)
  }

  @Test(
    "is told from / for files outside, also beside a folder of a similar name",
    arguments: [
      ("../../a.yaml", "/home/r/a.yaml"), ("/home/r/shop2/a.yaml", "/home/r/shop2/a.yaml"),
      ("../..", "/home/r"), ("/../a", "/a"),
    ])
  func outside(_ path: String, _ expected: String) {
    #expect(paths.locate(path).text == expected)
    #expect(!paths.locate(path).isInside)
  }
}
