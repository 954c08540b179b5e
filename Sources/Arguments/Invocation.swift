/// What a command line asks for.
public enum Invocation: Sendable, Hashable {
  /// Help or the version: text for the standard output, and nothing else to do.
  case answer(String)
  /// A command with its options.
  case command(ParsedArguments)
}
