public import Diagnostics

/// Why there is nothing to read.
public enum InputError: Error, Sendable, Hashable {
  /// An operand names nothing.
  case noSuchPath(String)
  /// A file cannot be opened or read.
  case unreadable(FileError)
  /// No file of the usual name is in the folders; none stands for the working directory.
  case nothingFound([String])
  /// No file matches any pattern of the project config; `unlisted` is a manifest that lies there.
  case nothingMatches([Located<String>], unlisted: String?)
  /// The files are there, and hold no model.
  case noModel([String])
}
