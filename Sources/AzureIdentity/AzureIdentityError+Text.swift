import HTTPClient

extension AzureIdentityError: CustomStringConvertible {
  /// What happened, in a sentence without its full stop.
  public var description: String {
    switch self {
    case .notConfigured(let gap):
      gap.clause.map { "nothing says how to sign in to Azure: \($0)" }
        ?? "nothing says how to sign in to Azure"
    case .incomplete(let variable, let missing):
      "\(variable) is set, but \(missing.joined(separator: " and ")) "
        + (missing.count == 1 ? "is not" : "are not")
    case .invalid(let variable, let problem): "\(variable): \(problem)"
    case .refusedAddress(let variable, let refusal): "\(variable): \(refusal.message)"
    case .unusableFile(let variable, let path, let reason):
      "the file \(path) of \(variable) cannot be used: \(reason)"
    case .rejected(let kind, _, let code, let message):
      "Azure sign-in by \(kind.rawValue) was refused: "
        + (code.map { message.contains($0) ? message : "\($0): \(message)" } ?? message)
    case .unreachable(let kind, let error):
      "Azure sign-in by \(kind.rawValue) was not possible: \(error.message)"
    case .gaveUp(let kind, let status):
      "Azure sign-in by \(kind.rawValue) was not possible: still status \(status) after all attempts"
    case .invalidAnswer(let kind, let status):
      "Azure sign-in by \(kind.rawValue): something else than the service answered"
        + " (status \(status))"
    case .metadataUnreachable(let variable, let error): "\(variable): \(error.message)"
    case .invalidMetadata(let variable, let status):
      "\(variable): what answered (status \(status)) does not describe this cloud"
    }
  }

  /// What may help.
  public var hint: String? {
    switch self {
    case .notConfigured(let gap): gap.hint
    case .incomplete(_, let missing): "set \(missing.joined(separator: " and "))"
    case .refusedAddress(let variable, .untrustedHost(let host)):
      "set \(variable.split(separator: " ").first ?? "it") in the environment,"
        + " or list \(host) in MLCATALOG_ALLOWED_HOSTS"
    case .refusedAddress(_, .plainHTTP): "use https"
    case .rejected(let kind, _, let code, _):
      code.flatMap(Self.hint(forCode:)) ?? Self.hint(for: kind)
    case .unreachable(_, let error), .metadataUnreachable(_, let error): error.hint
    case .invalid, .unusableFile, .gaveUp, .invalidAnswer, .invalidMetadata: nil
    }
  }

  /// What Microsoft's list of `AADSTS` codes says of the frequent ones.
  private static func hint(forCode code: String) -> String? {
    switch code {
    case "AADSTS7000215": "give the secret's value, not its ID"
    case "AADSTS7000222": "the client secret has expired; make a new one"
    case "AADSTS700016": "AZURE_CLIENT_ID names no application of the tenant"
    case "AADSTS90002", "AADSTS900023": "AZURE_TENANT_ID names no tenant of this cloud"
    case "AADSTS700027": "the certificate is not registered with the application"
    case "AADSTS700024": "the clock of this machine is wrong, or the assertion has expired"
    case "AADSTS70021", "AADSTS700211", "AADSTS700212", "AADSTS700213":
      "no federated credential of the application matches the token's issuer, subject and audience"
    default: nil
    }
  }

  private static func hint(for kind: CredentialKind) -> String? {
    switch kind {
    case .azureCLI: "run 'az login'"
    case .appServiceIdentity, .azureMLIdentity, .virtualMachineIdentity:
      "give the machine an identity, and AZURE_CLIENT_ID when it has several"
    default: nil
    }
  }
}
