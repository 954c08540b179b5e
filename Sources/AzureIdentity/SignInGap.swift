/// What is set of the ways of signing in when none of them is whole.
public struct SignInGap: Sendable, Hashable {
  /// Why `az` is not asked either.
  public enum CommandLine: Sendable, Hashable {
    /// There is no program of that name in `PATH`.
    case notInstalled
    /// A variable leaves it out.
    case leftOut(variable: String)
  }

  /// The variables that are set and belong to a way of signing in.
  public let variables: [String]
  /// What would make them one: each of `needed`, and one of `choices` when there are any.
  public let needed: [String]
  /// The variables of which one is enough.
  public let choices: [String]
  /// Why `az` is not asked; nil when it is.
  public let commandLine: CommandLine?
}

extension SignInGap {
  /// What is set and what lacks, as a clause of a sentence; nil when nothing is set.
  var clause: String? {
    guard !variables.isEmpty else { return nil }
    var missing = needed
    if !choices.isEmpty { missing.append("one of \(choices.joined(separator: ", "))") }
    let verb = variables.count == 1 ? "is" : "are"
    return "\(variables.joined(separator: " and ")) \(verb) set, but not "
      + missing.joined(separator: " and ")
  }

  /// What to do.
  var hint: String {
    let begun = needed + choices.prefix(1)
    let first =
      variables.isEmpty
      ? "set AZURE_TENANT_ID, AZURE_CLIENT_ID and AZURE_CLIENT_SECRET"
      : "set \(begun.joined(separator: " and ")) too"
    switch commandLine {
    case .notInstalled?: return "\(first); or install the Azure CLI and run 'az login'"
    case .leftOut(let variable)?: return "\(first); \(variable) leaves out 'az'"
    case nil: return "\(first), or run 'az login'"
    }
  }
}
