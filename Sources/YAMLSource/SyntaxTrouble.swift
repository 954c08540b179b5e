/// What libyaml says when it cannot go on.
struct SyntaxTrouble: Error {
  /// What is wrong, in libyaml's words.
  let problem: String
  /// Where it was noticed.
  let problemMark: Mark
  /// What was being read, in libyaml's words.
  let context: String
  /// Where that began, when there is a context.
  let contextMark: Mark?
}
