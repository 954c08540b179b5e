import Foundation

/// A step of a workflow that runs a script.
struct CIStep: Sendable {
  let script: String
  /// As the file names it.
  let shell: String?
  /// Its variables, the job's included; `${{ … }}` is not yet replaced.
  let environment: [String: String]

  /// The environment of the step.
  ///
  /// - Parameter expressions: The value of each expression between `${{` and `}}`.
  /// - Throws: ``CIFileError`` for an expression that has no value here.
  func environment(_ expressions: [String: String]) throws -> [String: String] {
    try environment.mapValues { text in
      var replaced = text
      for match in text.matches(of: /\$\{\{ *(.*?) *\}\}/) {
        guard let value = expressions[String(match.1)] else {
          throw CIFileError(description: "the test gives no value for '\(match.1)'")
        }
        replaced = replaced.replacing(match.0, with: value)
      }
      return replaced
    }
  }
}
