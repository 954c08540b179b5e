import Diagnostics
import Testing

@Suite("Secrets in texts that are no files")
struct SecretTextTests {
  private static let gitHub = "ghp_" + String(repeating: "a1B2", count: 9)
  private static let gitLab = "glpat-0123456789abcdefghij"

  @Test(
    "what its form tells is hidden in any text",
    arguments: [
      ("to 'https://u:hunter2@h/x'.", "to 'https://u:<redacted>@h/x'."),
      ("a \(gitHub), b", "a <redacted>, b"), ("(\(gitLab))", "(<redacted>)"),
      ("AKIAIOSFODNN7EXAMPLE", "<redacted>"), ("hf_" + gitHub.dropFirst(4), "<redacted>"),
      ("dapi0123456789abcdef0123456789abcdef", "<redacted>"),
      ("https://h/c?sv=1&sig=a%2Bb&x=1", "https://h/c?sv=1&sig=<redacted>&x=1"),
      ("AccountName=a;AccountKey=q/w==;E=c", "AccountName=a;AccountKey=<redacted>;E=c"),
      (
        "x\n-----BEGIN RSA PRIVATE KEY-----\nMIIE\n  abc\n-----END RSA PRIVATE KEY-----\ny",
        "x\n-----BEGIN RSA PRIVATE KEY-----\n<redacted>\n  <redacted>\n-----END RSA PRIVATE KEY-----\ny"
      ),
      ("-----BEGIN PRIVATE KEY-----MIIE-----END", "-----BEGIN PRIVATE KEY-----<redacted>-----END"),
    ])
  func forms(text: String, shown: String) {
    #expect(SecretText.hidden(in: text) == shown)
    #expect(SecretText.hidden(in: shown) == shown)
  }

  @Test(
    "words that only look a little like it are shown",
    arguments: [
      "the token: none is set", "hf_number_of_orders_within_the_last_30_days", "password=hunter2",
      "ghp_short", "https://h:8080/models@champion", "-----BEGIN CERTIFICATE-----\nMIIE",
      "dapiers_of_the_nineteenth_century_in_paris1", "AKIAB", "a?b=c&token",
    ])
  func harmless(text: String) {
    #expect(SecretText.hidden(in: text) == text)
    #expect(SecretText.kinds(in: text).isEmpty)
  }

  @Test("an argument hides besides what follows a secret's name and an equals sign")
  func arguments() {
    #expect(
      SecretText.hidden(inArgument: "'password=hunter2 x' is not FORMAT=FILE; token: y")
        == "'password=<redacted> x' is not FORMAT=FILE; token: y")
    #expect(
      SecretText.hidden(inArgument: "`mlHyperParameters[api_key].value=hunter2`")
        == "`mlHyperParameters[api_key].value=<redacted>")
  }

  @Test("a value hides besides what follows a secret's name, as lines of files do")
  func values() {
    #expect(
      SecretText.hidden(inValue: "log in\npassword: hunter2\nthen go")
        == "log in\npassword: <redacted>\nthen go")
  }

  @Test("kinds are told, and placeholders are none")
  func kinds() {
    #expect(
      SecretText.kinds(in: "\(Self.gitHub) https://u:hunter2@h \(Self.gitHub)")
        == [.token("a token of GitHub"), .password])
    let placeholders = [
      "https://u:${PASSWORD}@h", "https://user:password@h", "https://u:***@h", "a?sig={{sig}}",
    ]
    for text in placeholders { #expect(SecretText.kinds(in: text).isEmpty, "\(text)") }
  }

  @Test(
    "a value is a secret when it stands for itself",
    arguments: [
      ("hunter2", true), ("correct horse", true), ("0.5", false), ("12345", false), ("true", false),
      ("None", false), ("${DB}", false), ("$(DB)", false), ("{{ db }}", false), ("[PAD]", false),
      ("<|endoftext|>", false), ("****", false), ("", false), ("abc", false),
    ])
  func literals(text: String, isLiteral: Bool) {
    #expect(SecretText.isLiteral(text) == isLiteral)
  }

  @Test("tokens of texts are hidden, and no secrets that anybody must be warned of")
  func tokensOfTexts() {
    for key in ["pad_token", "eosToken", "[MASK]-token"] {
      #expect(SecretKeys.contains(key))
      #expect(!SecretKeys.isSensitive(key))
    }
    for key in ["api_token", "token", "client_secret"] { #expect(SecretKeys.isSensitive(key)) }
  }

  @Test(
    "the value beside a secret's name is shown in no line, in whatever order and style",
    arguments: [
      ("- name: password\n  value: hunter2\n", "- name: password\n  value: <redacted>\n"),
      (
        "- value: hunter2 # ours\n  description: d\n  name: 'api-key'\n- name: eta\n  value: 1",
        "- value: <redacted> # ours\n  description: d\n  name: 'api-key'\n- name: eta\n  value: 1"
      ),
      (
        "- name: eta\n  value: 1\n- name: token\n  description: d\n  value: >\n    a\n    b\n- value: 2",
        "- name: eta\n  value: 1\n- name: token\n  description: d\n  value: <redacted>\n"
          + "    <redacted>\n    <redacted>\n- value: 2"
      ),
      (
        "p: [{name: eta, value: 1}, {name: secret, value: hunter2}, {name: a, value: 2}]",
        "p: [{name: eta, value: 1}, {name: secret, value: <redacted>}, {name: a, value: 2}]"
      ),
      (
        #"{"name":"password","origin":"o","value":"a,b"}"#,
        #"{"name":"password","origin":"o","value":<redacted>}"#
      ),
      ("name: password\nvalue: x", "name: password\nvalue: <redacted>"),
      (
        "name: passwords of people\nalgorithm: x\nvalue: 1",
        "name: passwords of people\nalgorithm: x\nvalue: 1"
      ),
    ])
  func namedValues(text: String, shown: String) {
    let file = SourceFile(path: "a.yaml", bytes: Array(text.utf8))
    let lines = (1...file.lineCount).compactMap { file.line($0) }
    #expect(lines.joined(separator: "\n") == shown)
  }
}
