import Arguments
import Publishing

extension ModelSelection {
  static let select = Option(
    "select", value: .text("GLOB"), isRepeatable: true,
    help: """
      Only models of that fully qualified name, such as 'CustomMLService.*'; may be repeated
      """)
  static let shard = Option(
    "shard", value: .text("I/N"),
    help: "Only the I-th of N equal parts of the models, for machines that work side by side")

  /// Reads those of `--select` and `--shard` that the command has.
  ///
  /// - Throws: `UsageError` for an empty pattern, and for what is no part.
  init(_ arguments: ParsedArguments) throws(UsageError) {
    let patterns = arguments.values(Self.select)
    guard patterns.allSatisfy({ $0.contains { !$0.isWhitespace } }) else {
      throw UsageError(
        "the value of '--select' is empty", hint: "is a variable of the script not set?")
    }
    self.init(patterns: patterns, shard: try Self.shard(arguments.value(Self.shard)))
  }

  private static func shard(_ text: String?) throws(UsageError) -> Shard? {
    guard let text else { return nil }
    guard let shard = Shard(parsing: text) else {
      throw UsageError(
        "'\(text)' for '--shard' is no part of a whole",
        hint: "write 1/4 for the first of four, 4/4 for the last")
    }
    return shard
  }
}
