/// Why there is nothing to read.
public enum InputError: Error, Sendable, Hashable {
  /// An operand names nothing.
  case noSuchPath(String)
  /// A file cannot be opened or read.
  case unreadable(FileError)
  /// Operands, project config and the usual name lead to no file.
  case nothingFound([String])
}
