/// The form that a maker of tokens gave them, so that they are known wherever they stand.
///
/// The forms are those that GitHub's and GitLab's own scans look for.
struct TokenForm: Sendable {
  private let prefix: [UInt8]
  /// How many characters follow the prefix, at least.
  private let count: Int
  /// What the token is, in words.
  let name: String

  private init(_ prefix: String, _ count: Int, _ name: String) {
    self.prefix = Array(prefix.utf8)
    self.count = count
    self.name = name
  }

  private static let forms: [TokenForm] =
    ["ghp_", "gho_", "ghu_", "ghs_", "ghr_"].map { TokenForm($0, 30, "a token of GitHub") }
    + [TokenForm("github_pat_", 30, "a token of GitHub")]
    + ["glpat-", "gldt-", "glrt-", "glptt-"].map { TokenForm($0, 20, "a token of GitLab") }
    + ["xoxb-", "xoxp-", "xoxa-", "xoxr-", "xoxs-"].map { TokenForm($0, 20, "a token of Slack") }
    + ["AKIA", "ASIA"].map { TokenForm($0, 16, "a key of AWS") }
    + [
      TokenForm("AIza", 35, "a key of Google"), TokenForm("hf_", 30, "a token of Hugging Face"),
      TokenForm("dapi", 32, "a token of Databricks"),
      TokenForm("sk-ant-", 30, "a key of Anthropic"),
      TokenForm("sk-proj-", 30, "a key of OpenAI"), TokenForm("sk_live_", 20, "a key of Stripe"),
      TokenForm("rk_live_", 20, "a key of Stripe"), TokenForm("npm_", 36, "a token of npm"),
      TokenForm("pypi-AgE", 50, "a token of PyPI"),
    ]

  /// The first letters of all forms, by which most texts are passed over at once.
  private static let beginnings = Set(forms.compactMap(\.prefix.first))

  /// The token that begins at a place; nil when none does.
  static func token(at start: Int, in bytes: [UInt8]) -> (range: Range<Int>, name: String)? {
    guard beginnings.contains(bytes[start]),
      start == 0 || !SecretKeyPlace.isOfWord(bytes[start - 1]),
      let form = forms.first(where: { bytes[start...].starts(with: $0.prefix) })
    else { return nil }
    let rest = bytes[(start + form.prefix.count)...].prefix { SecretKeyPlace.isOfWord($0) }
    guard rest.count >= form.count, form.allows(rest) else { return nil }
    return (start..<rest.endIndex, form.name)
  }

  /// Whether the rest is made as the maker does it: names of columns may begin like a token.
  private func allows(_ rest: ArraySlice<UInt8>) -> Bool {
    let hasDigit = rest.contains { (0x30...0x39).contains($0) }
    switch prefix.last {
    // Behind `_` follow letters and digits alone, but in GitHub's longer form.
    case UInt8(ascii: "_") where prefix.count < 9:
      return hasDigit && !rest.contains { "_-".utf8.contains($0) }
    case UInt8(ascii: "A"):
      return rest.count == count && !rest.contains { $0 > 0x5A || $0 == UInt8(ascii: "-") }
    case UInt8(ascii: "i"):
      return rest.allSatisfy { !(0x67...0x7A).contains($0 | 0x20) && $0 != UInt8(ascii: "_") }
    default: return hasDigit
    }
  }
}
