/// Secrets in texts that are no files: names, values, messages.
public enum SecretText {
  /// What stands in the place of a secret.
  public static let mark = "<redacted>"

  /// A text without what is known as a secret by its form alone: passwords of URLs, tokens, private
  /// keys, secret parameters of queries and connection strings.
  public static func hidden(in text: String) -> String {
    replacing(SecretPlaces.Reading.forms, in: text)
  }

  /// A text of a command line: besides, what stands behind a secret's name and `=`.
  public static func hidden(inArgument text: String) -> String {
    replacing(.assignments, in: text)
  }

  /// A value that somebody gave, which may be a text of many lines: besides, what stands behind a
  /// secret's name, as lines of files hide it.
  public static func hidden(inValue text: String) -> String {
    replacing(.keys, in: text)
  }

  /// What is known as a secret by its form, each kind once; placeholders are none.
  public static func kinds(in text: String) -> [SecretKind] {
    SecretPlaces(in: Array(text.utf8), .forms).kinds
  }

  /// Whether a value under a secret's name is most likely one: no number, no truth value, no word
  /// such as `none`, and nothing that stands for a value of elsewhere, such as `${PASSWORD}`.
  public static func isLiteral(_ value: String) -> Bool {
    let text = value.drop(while: \.isWhitespace).lowercased()
    guard text.utf8.count >= 4, Double(text) == nil, !words.contains(text) else { return false }
    // Tokens of language models are written like `[PAD]`, `<s>` and `<|endoftext|>`.
    let isBracketed = ["<>", "[]", "{}", "%%"].contains { pair in
      text.first == pair.first && text.last == pair.last
    }
    let isElsewhere = ["${", "$(", "{{"].contains { text.contains($0) } || text.hasPrefix("$")
    return !isBracketed && !isElsewhere && Set(text).count > 1
  }

  private static let words: Set<String> = [
    "true", "false", "none", "null", "auto", "default", "basic", "bearer", "required", "password",
    "secret", "token", "user", "changeme", "redacted",
  ]

  private static func replacing(_ reading: SecretPlaces.Reading, in text: String) -> String {
    let bytes = Array(text.utf8)
    let places = SecretPlaces(in: bytes, reading).ranges
    if places.isEmpty { return text }
    var shown: [UInt8] = []
    var start = 0
    for place in places {
      shown += bytes[start..<place.lowerBound] + Array(mark.utf8)
      start = place.upperBound
    }
    return String(decoding: shown + bytes[start...], as: UTF8.self)
  }
}
