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
    case .forbidden:
      self.init(.notPermitted, message, hint: "ask for permission to read the model there")
    case .notTheAPI(let answerer) where answerer.wantsLogin:
      self.init(.notPermitted, message, hint: "give an address without a login page before it")
    case .gaveUp: self.init(.gaveUp, message, hint: "try again later")
    case .unreachable(let reason): self.init(.unreachable, message, hint: reason.hint)
    case .notTheAPI(.page(404, _)), .notTheAPI(.content(404, _)):
      self.init(
        .unreachable, message,
        hint: "check the path of the address: MLflow 3 serves all below --static-prefix, MLflow 2"
          + " its API at the root")
    case .notTheAPI, .notFound, .refused, .serverError, .invalidAnswer:
      self.init(.unreachable, message, hint: "check the address of the MLflow server")
    }
  }
}
