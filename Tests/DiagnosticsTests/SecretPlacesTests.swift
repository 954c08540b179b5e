import Diagnostics
import Testing

@Suite("Secrets in the text of files")
struct SecretPlacesTests {
  @Test(
    "a value under a secret key is shown in no line, in whatever style it is written",
    arguments: [
      ("password: hunter2", "password: <redacted>"),
      ("password: h", "password: <redacted>"),
      ("clientSecret: \"a # b\" # ours", "clientSecret: <redacted> # ours"),
      ("api-key: a{b,c]d # ours", "api-key: <redacted> # ours"),
      ("X_TOKEN = abc; next", "X_TOKEN = <redacted>; next"),
      ("{model: m, password: a b, alias: x}", "{model: m, password: <redacted>, alias: x}"),
      ("{\"token\":\"x,y\",\"a\":1}", "{\"token\":<redacted>,\"a\":1}"),
      ("a: {secrets: {b: [c, d]}, e: f}", "a: {secrets: <redacted>, e: f}"),
      ("token: 'it''s' # ours", "token: <redacted> # ours"),
      ("token: \"a\\\"b\" # ours", "token: <redacted> # ours"),
      ("token:abc", "token:<redacted>"),
      ("token: 'a' H\nb: c", "token: <redacted>\nb: c"),
      ("secrets: {a: b} H", "secrets: <redacted>"),
      ("m: {\"pass word\": hunter2, a: b}", "m: {\"pass word\": <redacted>, a: b}"),
      ("- Pass Word:\n    hunter2", "- Pass Word:\n    <redacted>"),
      ("server: \"//u:H@x/\"", "server: \"//<redacted>@x/\""),
      (
        "trackingUri: \"https://H@mlflow.example.com\"",
        "trackingUri: \"https://<redacted>@mlflow.example.com\""
      ),
      ("trackingUri: mlflow.example.com:H@x", "trackingUri: <redacted>@x"),
      ("url: abfss://box@account/a", "url: abfss://box@account/a"),
      ("token: *abc", "token: <redacted>"),
      ("token: !abc", "token: <redacted>"),
      ("x: &a 1\ny: 2", "x: &a 1\ny: 2"),
      ("password: \"open", "password: <redacted>"),
      ("? password\n: hunter2", "? password\n: <redacted>"),
      ("password:\n  hunter2\nalias: b", "password:\n  <redacted>\nalias: b"),
      ("password: one\n  two\nalias: b", "password: <redacted>\n  <redacted>\nalias: b"),
      (
        "- token: |-\n    one\n\n    two\n  alias: b",
        "- token: <redacted>\n    <redacted>\n\n    <redacted>\n  alias: b"
      ),
      ("credentials:\n- one\n- two\na: b", "credentials:\n<redacted>\n<redacted>\na: b"),
      (
        "credentials:\n  user: a\n  pass: b\nc: d", "credentials:\n  <redacted>\n  <redacted>\nc: d"
      ),
      ("m: {\n  password:\n    one,\n  a: b }", "m: {\n  password:\n    <redacted>\n  a: b }"),
      ("password: 'one\n  two'\na: b", "password: <redacted>\n  <redacted>\na: b"),
      ("x-pw: &pw hunter2\npassword: *pw", "x-pw: &pw <redacted>\npassword: <redacted>"),
      (
        "x: &pw {a: &q 1}\ny: &q 2\nsecrets: {z: *pw}",
        "x: &pw <redacted>\ny: &q 2\nsecrets: <redacted>"
      ),
      ("a: eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJi.c2ln-_x b", "a: <redacted> b"),
      ("url: https://h/p?sig=a%2Bb&sv=1", "url: https://h/p?sig=<redacted>&sv=1"),
    ])
  func hidden(text: String, shown: String) {
    #expect(Self.lines(of: text) == shown)
  }

  @Test(
    "the password of a URL is found, whatever it holds",
    arguments: [
      ("trackingUri: https://joe:hunter2@mlflow.example.com/ml", ["joe:hunter2"]),
      ("note: https://joe:hunter2@mlflow.example.com/ml", ["hunter2"]),
      ("a: \"http://u:p%40ss@h\", b: 'http://v:w:x@h:80'", ["p%40ss", "w:x"]),
      ("[https://ghp_0123456789abcdef@host]", ["ghp_0123456789abcdef"]),
      ("postgresql://u:pass@word@h/d", ["pass@word"]),
      ("s3://AKIA:a/b+c@bucket/m", ["a/b+c"]),
      ("https://u:a#b?c/d@e@host/x", ["a#b?c/d@e"]),
      ("https://git@example.com/a https://example.com/a:b@c {x: s3://bucket/a@b}", []),
      ("https://h:8080/models@champion https://[::1]:8585/a@b", []),
    ])
  func passwords(text: String, expected: [String]) {
    #expect(SourceFile(path: "a.yaml", bytes: Array(text.utf8)).secretTexts == expected)
  }

  @Test(
    "bytes that are no UTF-8 in the user info of a URL are hidden, and nothing behind them",
    arguments: ["", " b", "/c", "\n", "\nname: a"])
  func invalidBytes(rest: String) {
    for byte: UInt8 in [0xFF, 0x80, 0xC3, 0xF0] {
      for count in [1, 8, 40] {
        let garbage = [UInt8](repeating: byte, count: count)
        let end = Array("@h\(rest)".utf8)
        let password = SourceFile(path: "a.yaml", bytes: Array("x://u:".utf8) + garbage + end)
        #expect(password.line(1)?.hasPrefix("x://u:<redacted>@h") == true)
        #expect(password.secretTexts == [String(decoding: garbage, as: UTF8.self)])
        let token = SourceFile(path: "a.yaml", bytes: Array("x://".utf8) + garbage + end)
        #expect(token.secretTexts.count == (count >= 16 ? 1 : 0))
        let user = SourceFile(
          path: "a.yaml", bytes: Array("x://".utf8) + garbage + Array(":hunter2".utf8) + end)
        #expect(user.secretTexts == ["hunter2"])
        for cut in 0..<password.bytes.count {
          _ = SourceFile(path: "a.yaml", bytes: Array(password.bytes[..<cut]))
        }
      }
    }
  }

  @Test("a mark that joins the colon or the at sign before it shows no password")
  func combiningMarks() {
    for text in ["x://u:\u{301}hunter2@h", "x://u:hunter2@\u{301}h", "x://u:hunter2\u{301}@h"] {
      let line = Self.lines(of: text)
      #expect(line.contains("<redacted>") && !line.contains("hunter2"), "\(line)")
    }
  }

  @Test(
    "what is no secret is shown",
    arguments: [
      "name: max_tokens", "value: 512", "dataSourceFqn: pg.db.public.token_usage",
      "description: the tokens of a text", "secretary: Ann", "a: models:/m@b",
      "uri: secret://vault/a", "a == b", "pattern: x",
    ])
  func visible(text: String) {
    #expect(Self.lines(of: text) == text)
  }

  @Test("carets stay under what they mark, before, behind and around something hidden")
  func carets() {
    let file = SourceFile(path: "a.yaml", bytes: Array("{password: x, alais: b}".utf8))
    func text(_ columns: Range<Int>) -> String {
      let range = SourceRange(
        path: "a.yaml", start: Position(line: 1, column: columns.lowerBound),
        end: Position(line: 1, column: columns.upperBound))
      return DiagnosticRenderer { _ in file }.text(Diagnostic(.unknownKey, "m", at: range))
    }
    let line = "1 | {password: <redacted>, alais: b}\n"
    #expect(text(2..<10).contains(line + "  |  ^^^^^^^^\n"))
    #expect(text(15..<20).contains(line + "  |                        ^^^^^\n"))
    #expect(text(12..<13).contains(line + "  |            ^^^^^^^^^^\n"))
    #expect(text(1..<24).contains(line + "  | \(String(repeating: "^", count: 32))\n"))
  }

  @Test(
    "a text made to be slow is read at once",
    arguments: [
      "token: {", "\"token\":,", "://", "eyJ", "token: *a", "x: &a\n", "token: \"\"\n", "a:b@",
      "token: |\n", "token: '", "{", "password:\n\n",
    ])
  func linear(part: String) {
    let text = String(repeating: part, count: 200_000 / part.utf8.count)
    let start = ContinuousClock.now
    let file = SourceFile(path: "a.yaml", bytes: Array(text.utf8))
    #expect(file.line(1) != nil)
    #expect(ContinuousClock.now - start < .seconds(10))
  }

  private static func lines(of text: String) -> String {
    let file = SourceFile(path: "a.yaml", bytes: Array(text.utf8))
    return (1...file.lineCount).compactMap { file.line($0) }.joined(separator: "\n")
  }
}
