import HTTPClient
import MLflowAPI
import RegisteredModels

extension RegistryFailure {
  /// What a failed call of a server means for the run.
  init(_ error: MLflowError, from endpoint: MLflowEndpoint) {
    let message = "MLflow at \(endpoint.uri): \(error)"
    switch error {
    case .notAuthenticated:
      let hint =
        endpoint.isDatabricks
        ? "see MLFLOW_TRACKING_TOKEN or DATABRICKS_TOKEN"
        : "see MLFLOW_TRACKING_USERNAME and MLFLOW_TRACKING_PASSWORD, or MLFLOW_TRACKING_TOKEN"
      self.init(.notPermitted, message, hint: hint)
    case .asksForPassword: self.init(signingInto: endpoint)
    case .forbidden:
      self.init(.notPermitted, message, hint: "ask for permission to read the model there")
    case .notTheAPI(let answerer) where answerer.wantsLogin:
      self.init(.notPermitted, message, hint: "give an address without a login page before it")
    case .gaveUp: self.init(.gaveUp, message, hint: "try again later")
    case .unreachable(let reason):
      // The error's own text has the hint in it.
      self.init(
        .unreachable, "MLflow at \(endpoint.uri): \(reason.message)",
        hint: reason.hint ?? "check that the server runs and that \(endpoint.source) is right")
    case .notTheAPI(.page(404, _)), .notTheAPI(.content(404, _)):
      self.init(
        .unreachable, message,
        hint: "check the path of the address: MLflow 3 serves all below --static-prefix, MLflow 2"
          + " its API at the root")
    case .notTheAPI, .notFound, .refused, .serverError, .answersOther, .invalidAnswer:
      self.init(
        .unreachable, message,
        hint: "check that \(endpoint.source) is the address of an MLflow server")
    }
  }
  /// What is said when user name and password lack, or are not accepted.
  private init(signingInto endpoint: MLflowEndpoint) {
    let place = "MLflow at \(endpoint.uri)"
    let names = "MLFLOW_TRACKING_USERNAME and MLFLOW_TRACKING_PASSWORD"
    let asks = "\(place) asks for a user name and a password"
    let source = endpoint.credentialSource ?? names
    let hint =
      endpoint.missingVariable.map { "set \($0) too: user name and password count together" }
      ?? "set \(names)"
    switch endpoint.credential {
    case nil: self.init(.notPermitted, asks, hint: hint)
    case .bearer:
      self.init(.notPermitted, "\(asks), and does not take the token of \(source)", hint: hint)
    case .basic:
      self.init(
        .notPermitted, "\(place) refused the user name and password of \(source)",
        hint: "correct them in \(source)")
    }
  }
}
