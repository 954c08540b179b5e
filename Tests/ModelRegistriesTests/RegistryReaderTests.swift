import ModelRegistries
import RegisteredModels
import Testing

struct RegistryReaderTests {
  /// A registry that knows no model.
  private struct EmptyRegistry: ModelRegistry {
    let isMLflow: Bool

    func serves(_ address: RegistryAddress) -> Bool {
      if case .mlflow = address { isMLflow } else { !isMLflow }
    }

    func answers(
      to references: [RegistryReference]
    ) async -> [RegistryReference: RegistryAnswer] {
      let name = isMLflow ? "MLflow" : "Azure ML"
      let answer = RegistryAnswer.refused(RegistryRefusal(.model, "\(name) has no such model"))
      return Dictionary(uniqueKeysWithValues: references.map { ($0, answer) })
    }
  }

  private let mlflow = RegistryReference(
    address: .mlflow(registryURI: "http://localhost", trackingURI: "http://localhost"),
    model: "revenue", selector: .latest)
  private let azure = RegistryReference(
    address: .azureMLWorkspace(subscription: "s", resourceGroup: "g", workspace: "w"),
    model: "revenue", selector: .latest)

  @Test("Each reference is answered by the registry that serves its address")
  func byAddress() async {
    let reader = RegistryReader([EmptyRegistry(isMLflow: true), EmptyRegistry(isMLflow: false)])
    let answers = await reader.snapshot(for: [mlflow, azure]).answers
    #expect(answers[mlflow] == .refused(RegistryRefusal(.model, "MLflow has no such model")))
    #expect(answers[azure] == .refused(RegistryRefusal(.model, "Azure ML has no such model")))
  }

  @Test("A reference that no registry serves has no answer")
  func unserved() async {
    let reader = RegistryReader([EmptyRegistry(isMLflow: true)])
    #expect(await reader.snapshot(for: [azure]) == RegistrySnapshot())
  }
}
