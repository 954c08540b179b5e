import AzureIdentity
import AzureResourceManager
import HTTPClient
import MLflowAPI

/// Whom to ask, signed in.
struct AzureMLConnection: Sendable {
  let client: ResourceManagerClient
  private let credential: AzureCredential
  private let allowedHosts: AllowedHosts
  private let transport: any HTTPTransport

  init(
    _ variables: AzureVariables, _ allowedHosts: AllowedHosts, _ transport: any HTTPTransport,
    deadline: ContinuousClock.Instant?
  ) async throws(AzureIdentityError) {
    let settings = try ResourceManagerSettings(variables, allowedHosts: allowedHosts)
    let cloud = try await AzureCloud.resolved(from: variables, transport: transport)
    credential = try await AzureCredential.choosing(
      from: variables, cloud: cloud, transport: transport, deadline: deadline)
    client = ResourceManagerClient(
      cloud: cloud, credential: credential, settings: settings, transport: transport)
    self.allowedHosts = allowedHosts
    self.transport = transport
  }

  /// The run of a job, from the MLflow endpoint of its workspace; else why there is none.
  func run(_ job: String, trackingURI: String) async -> Result<Run, Unread> {
    do throws(Unread) {
      let address = try WorkspaceMLflowAddress(
        trackingURI, resourceManager: client.server, allowedHosts: allowedHosts)
      let token = try await token()
      let mlflow = MLflowClient(
        server: address.server, credential: .bearer(token.secret), transport: transport,
        redactor: Redactor(credential.secrets + [token.secret]))
      return .success(try await run(job, mlflow))
    } catch {
      return .failure(error)
    }
  }

  private func token() async throws(Unread) -> AccessToken {
    do throws(AzureIdentityError) {
      return try await credential.current()
    } catch {
      throw Unread(error.description)
    }
  }

  private func run(_ job: String, _ mlflow: MLflowClient) async throws(Unread) -> Run {
    do throws(MLflowError) {
      return try await mlflow.run(job)
    } catch {
      var unread = Unread("the run `\(job)` cannot be read: \(error)")
      if case .forbidden(let message) = error {
        unread = Unread("not permitted to read the run `\(job)`: \(message)")
        unread.isForbidden = true
      }
      throw unread
    }
  }
}
