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
    for (member, value) in patch.members { entity[member] = value }
    var request = JSONObject()
    for member in WholeModelRequest.plainMembers { request[member] = entity[member] }
    for member in WholeModelRequest.namedMembers {
      request[member] = entity[member].flatMap { WholeModelRequest.own($0) }
        .flatMap { CreateMlModel.names($0) }
    }
    request["owners"] = entity["owners"].flatMap { WholeModelRequest.own($0)?.array }
      .map { .array($0.map { WholeModelRequest.identity($0) }) }
    return .object(request)
  }

  /// The references that are the model's own: inherited ones would become so by being sent.
  private static func own(_ value: JSON) -> JSON? {
    if let list = value.array { return .array(list.compactMap { own($0) }) }
    return EntityReference(value)?.isInherited == true ? nil : value
  }

  private static func identity(_ owner: JSON) -> JSON {
    ["id": owner["id"] ?? .null, "type": owner["type"] ?? .null]
  }
}
