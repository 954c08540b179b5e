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

  /// Whether what a key names is secret; letter case and what joins the words of a key do not
  /// count, nor does the `x-` of free keys.
  public static func contains(_ key: some StringProtocol) -> Bool {
    guard key.utf8.count <= longest else { return false }
    let word = key.lowercased().filter(\.isLetter)
    let own = key.lowercased().hasPrefix("x-") ? String(word.dropFirst()) : word
    return words.contains(own) || endings.contains { own.hasSuffix($0) }
  }
}
