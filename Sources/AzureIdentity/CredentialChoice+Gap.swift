extension CredentialChoice {
  /// What is begun of a way of signing in that the variables do not finish, and why `az` is not
  /// asked.
  var gap: SignInGap {
    let application = [
      ("AZURE_TENANT_ID", variables.first("AZURE_TENANT_ID", "ARM_TENANT_ID")),
      ("AZURE_CLIENT_ID", variables.first("AZURE_CLIENT_ID", "ARM_CLIENT_ID")),
    ]
    let identities = [
      ("IDENTITY_ENDPOINT", "IDENTITY_HEADER"), ("IDENTITY_HEADER", "IDENTITY_ENDPOINT"),
      ("MSI_ENDPOINT", "MSI_SECRET"), ("MSI_SECRET", "MSI_ENDPOINT"),
    ]
    let set = application.compactMap { $0.1.map(variables.label) }
    if !set.isEmpty {
      return SignInGap(
        variables: set, needed: application.filter { $0.1 == nil }.map(\.0),
        choices: [
          "AZURE_CLIENT_SECRET", "AZURE_CLIENT_CERTIFICATE_PATH", "AZURE_FEDERATED_TOKEN_FILE",
        ], commandLine: commandLineGap)
    }
    if let gitHub = variables.first("ACTIONS_ID_TOKEN_REQUEST_URL", "ARM_OIDC_REQUEST_URL") {
      return SignInGap(
        variables: [variables.label(gitHub)], needed: application.map(\.0), choices: [],
        commandLine: commandLineGap)
    }
    for (name, other) in identities {
      guard let value = variables.first(name), variables.first(other) == nil else { continue }
      return SignInGap(
        variables: [variables.label(value)], needed: [other], choices: [],
        commandLine: commandLineGap)
    }
    return SignInGap(variables: [], needed: [], choices: [], commandLine: commandLineGap)
  }

  private var commandLineGap: SignInGap.CommandLine? {
    if let choice = commandLineSwitch { return .leftOut(variable: variables.label(choice)) }
    return commandLineProgram == nil ? .notInstalled : nil
  }
}
