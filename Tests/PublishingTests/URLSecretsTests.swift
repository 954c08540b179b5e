import HTTPClient
import Publishing
import Testing

@Suite("Passwords in the URLs of files")
struct URLSecretsTests {
  @Test(
    "the password of a URL is found, whatever surrounds it",
    arguments: [
      ("trackingUri: https://joe:hunter2@mlflow.example.com/ml", ["hunter2"]),
      ("a: \"http://u:p%40ss@h\", b: 'http://v:w:x@h:80'", ["p%40ss", "w:x"]),
      ("[https://ghp_0123456789abcdef@host]", ["ghp_0123456789abcdef"]),
      ("postgresql://u:pass@word@h/d", ["pass@word"]),
      ("https://git@example.com/a https://example.com/a:b@c {x: s3://bucket/a@b}", []),
    ])
  func found(_ text: String, _ expected: [String]) {
    #expect(URLSecrets.found(in: text) == expected.map { Secret($0) })
  }
}
