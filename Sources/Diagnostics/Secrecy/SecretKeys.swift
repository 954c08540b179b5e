/// The keys under which people write passwords and tokens.
public enum SecretKeys {
  /// Whole words; as endings they would be found in harmless keys.
  private static let words: Set<String> = [
    "auth", "authorization", "bearer", "cookie", "jwt", "pass", "pat", "pwd", "sas", "sig",
  ]
  private static let endings = [
    "password", "passwords", "passwd", "passphrase", "secret", "secrets", "token", "jwttoken",
    "credential", "credentials", "apikey", "accesskey", "accountkey", "privatekey", "secretkey",
    "sharedkey", "signingkey", "storagekey", "clientkey", "connectionstring", "securityconfig",
  ]
  private static let longest = 64
  /// Words before `token` that language models give to tokens of texts.
  private static let ofTexts: Set<String> = [
    "pad", "eos", "bos", "unk", "sep", "cls", "mask", "stop", "start", "end", "special", "image",
    "decoderstart", "forcedbos", "forcedeos", "suppress", "begin", "next",
  ]

  /// Whether what a key names is secret; letter case and what joins the words of a key do not
  /// count, nor does the `x-` of free keys.
  public static func contains(_ key: some StringProtocol) -> Bool {
    guard key.utf8.count <= longest else { return false }
    let word = key.lowercased().filter(\.isLetter)
    let own = key.lowercased().hasPrefix("x-") ? String(word.dropFirst()) : word
    return words.contains(own) || endings.contains { own.hasSuffix($0) }
  }

  /// Whether what a key names would be shown to everybody by mistake: a token of a text is harmless,
  /// though it is better hidden where nobody needs to see it.
  public static func isSensitive(_ key: some StringProtocol) -> Bool {
    let word = key.lowercased().filter(\.isLetter)
    return contains(key) && !(word.hasSuffix("token") && ofTexts.contains(String(word.dropLast(5))))
  }
}
