import AzureIdentity
import AzureResourceManager
import HTTPClient
import RegisteredModels

extension RegistryFailure {
  /// Why nobody is signed in.
  init(_ error: AzureIdentityError) {
    let kind: Kind =
      switch error {
      case .unreachable, .metadataUnreachable: .unreachable
      case .gaveUp: .gaveUp
      case .invalid, .invalidMetadata: .misconfigured
      case .notConfigured, .incomplete, .refusedAddress, .unusableFile, .rejected,
        .invalidAnswer:
        .notPermitted
      }
    self.init(kind, error.description, hint: error.hint)
  }

  /// Why Resource Manager did not answer as it should.
  init(_ error: ResourceManagerError) {
    if case .signIn(let error) = error {
      self.init(error)
      return
    }
    let kind: Kind =
      switch error {
      case .notAuthenticated, .forbidden: .notPermitted
      case .gaveUp: .gaveUp
      case .notTheAPI(let answerer): answerer.wantsLogin ? .notPermitted : .unreachable
      case .foreignLink: .untrusted
      case .notFound, .conflict, .refused, .serverError, .unreachable, .invalidAnswer, .signIn:
        .unreachable
      }
    self.init(kind, error.description, hint: error.hint)
  }
}
