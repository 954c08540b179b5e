import JSONDocuments
import OpenMetadataEntities
import Reconciler

/// A create request that says all that a model holds already.
struct WholeModelRequest {
  private static let plainMembers = [
    "name", "displayName", "description", "algorithm", "mlFeatures", "mlHyperParameters", "target",
    "server", "mlStore", "tags", "owners", "extension", "lifeCycle", "sourceUrl", "sourceHash",
  ]
  /// Members that the entity holds as references and the request names.
  private static let namedMembers = ["dashboard", "domain", "domains", "dataProducts", "service"]

  private let model: MlModel
  private let capabilities: Capabilities

  init(_ model: MlModel, _ capabilities: Capabilities) {
    self.model = model
    self.capabilities = capabilities
  }

  /// The request with the operations of a patch applied.
  func document(applying patch: ModelPatch) -> JSON {
    var entity = model.document.object ?? JSONObject()
    for operation in patch.operations { entity[operation.member] = operation.value }
    var request = JSONObject()
    for member in WholeModelRequest.plainMembers { request[member] = entity[member] }
    for member in WholeModelRequest.namedMembers {
      request[member] = entity[member].flatMap { WholeModelRequest.names($0) }
    }
    request["owners"] = entity["owners"].map { own($0) }
    return .object(request)
  }

  private static func names(_ value: JSON) -> JSON? {
    if let list = value.array { return .array(list.compactMap { names($0) }) }
    return value["fullyQualifiedName"] ?? value["name"]
  }

  /// The owners that are the model's own: inherited ones would become so by being sent.
  private func own(_ owners: JSON) -> JSON {
    .array(
      (owners.array ?? []).compactMap { EntityReference($0) }.filter { !$0.isInherited }
        .map { ["id": .string($0.id), "type": .string($0.type)] })
  }
}
