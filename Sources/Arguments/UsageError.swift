import Diagnostics

/// A command line that the program does not understand.
///
/// Its texts are safe to print, and never hold the value of an option that is not in the table.
public struct UsageError: Error, Sendable, Hashable {
  /// What is wrong, without a full stop.
  public let message: String
  /// What to type instead, when that can be said.
  public let hint: String?

  /// Makes an error; text of others in it is escaped for terminals.
  public init(_ message: String, hint: String? = nil) {
    self.message = VisibleText.escaping(message)
    self.hint = hint.map(VisibleText.escaping)
  }

  /// Makes an error whose hint is the nearest of the words, or else `otherwise`.
  init(
    _ message: String, suggestion: (word: String, among: [String]), prefix: String,
    otherwise: String? = nil
  ) {
    let near =
      SpellingSuggestion.best(for: suggestion.word, among: suggestion.among)
      ?? Self.completion(of: suggestion.word, among: suggestion.among)
    self.init(message, hint: near.map { "did you mean '\(prefix)\($0)'?" } ?? otherwise)
  }

  /// The only word that starts as this one.
  private static func completion(of word: String, among words: [String]) -> String? {
    let longer = words.filter { $0.hasPrefix(word) }
    return word.isEmpty || longer.count != 1 ? nil : longer.first
  }

  /// An option without the value after its equals sign, which may be a secret.
  static func optionName(_ argument: String) -> String {
    String(argument.prefix { $0 != "=" })
  }
}

extension UsageError: CustomStringConvertible {
  /// The message, and the hint after a semicolon.
  public var description: String { hint.map { "\(message); \($0)" } ?? message }
}
