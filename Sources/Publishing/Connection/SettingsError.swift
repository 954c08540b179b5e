public import HTTPClient

/// Why the server cannot be asked: something about where it is or who we are.
public enum SettingsError: Error, Sendable, Hashable {
  /// Nothing names the server.
  case noHost
  /// The text that names the server is no address; `source` is the option or the variable.
  case invalidHost(source: String, isOption: Bool, problem: String)
  /// Nothing gives a token.
  case noToken
  /// The file that holds the token cannot be read.
  case unreadableTokenFile(variable: String, FileError)
  /// The file that is to hold the token holds nothing.
  case emptyTokenFile(variable: String, path: String)
  /// What should be a token holds more than one could; `source` says in words where it was found.
  case malformedToken(source: String, hasScheme: Bool)
  /// The token may not go to the server.
  case refused(TokenRefusal)
  /// A variable of the environment cannot be understood.
  case invalidVariable(name: String, problem: String)
  /// A line of `.env` is not of the form `NAME=value`.
  case malformedEnvironmentFile(path: String, line: Int, EnvironmentFile.Problem)
  /// The project config, if there is one, has no environment of that name.
  case unknownEnvironment(String, known: [String], config: String?)
  /// A file of the project's settings cannot be read.
  case unreadableFile(FileError, isOption: Bool)
}
