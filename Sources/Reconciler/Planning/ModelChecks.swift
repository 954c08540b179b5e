import Diagnostics
import JSONDocuments
import ModelManifests
import OpenMetadataEntities

/// What a server would refuse or another program undo, told of a model before it is written.
struct ModelChecks {
  let manifest: ModelManifest

  /// Data products belong to domains, and servers refuse one without the other; of a new model they
  /// do not ask which domain it will inherit.
  func dataProducts(_ result: FieldReconciliation, _ current: MlModel?) -> Diagnostic? {
    let members: Set<String> = ["dataProducts", "domain", "domains"]
    // Of a domain that nobody could look up its own finding says what is the matter.
    guard result.changes.contains(where: { members.contains($0.path.topLevelMember) }),
      !result.desired.isSetAside(.domain), !result.desired.isSetAside(.domains)
    else { return nil }
    let after = Set(result.expected.leaves.keys.map(\.topLevelMember))
    let inherited =
      ModelDocument.references(current?.document, in: .domains)
      + [EntityReference(current?.document["domain"])].compactMap { $0 }
    guard after.contains("dataProducts"), after.isDisjoint(with: ["domain", "domains"]),
      !inherited.contains(where: \.isInherited)
    else { return nil }
    return Diagnostic(
      .dataProductWithoutDomain, "the model has a data product and no domain",
      hint: "name the data product's domain under domains:",
      at: manifest.dataProducts.range ?? manifest.domains.range ?? manifest.name.range,
      fieldPath: "dataProducts", model: manifest.findingsKey)
  }

  /// Owners that the server forbids together, those that others gave included; when the file alone
  /// is at fault, that was found when it was read.
  func owners(_ result: FieldReconciliation) -> Diagnostic? {
    guard manifest.ownerBesideTeam == nil else { return nil }
    let owners = result.expected.leaves.filter { $0.key.memberOfSet == .owners }
    let changesOwners = result.changes.contains { $0.path.memberOfSet == .owners }
    let teams = owners.filter { $0.value["type"]?.string == "team" }
    guard changesOwners, !teams.isEmpty, owners.count > 1 else { return nil }
    let names = owners.keys.sorted().compactMap(\.elementKey).map { "`\($0)`" }
    return Diagnostic(
      .ownersExcludeEachOther,
      "a model is owned by users or by one team, not by \(names.joined(separator: " and "))",
      hint: "keep one team, or the users only; owners given in the catalog count too",
      at: manifest.owners.range ?? manifest.name.range, fieldPath: "owners",
      model: manifest.findingsKey)
  }

  /// Says that the server cannot store the model under its name.
  var nameNotWritable: Diagnostic {
    Diagnostic(
      .nameNotWritable, "the server cannot store the name `\(manifest.findingsKey)`",
      hint: "remove quotes and line ends from the names of the service and the model",
      at: manifest.name.range, model: manifest.findingsKey)
  }

  /// Says, where it matters who wrote what, that nobody can tell.
  func sharedPrincipal(_ principal: Principal) -> Diagnostic {
    Diagnostic(
      .sharedPrincipal,
      "the token belongs to `\(principal.name)`, whom others use too: who wrote what cannot be told",
      hint: "make a bot of its own for publishing (Settings, Bots, Add Bot) and use its token",
      at: manifest.name.range, model: manifest.findingsKey)
  }

  private static let ownServiceHint =
    "publish into a service of your own, of the type \(MlModelService.ownType)"

  /// Says when a service is of another type than the file says, or one that a connector fills.
  func service(ofType serviceType: String?) -> Diagnostic? {
    let service = manifest.service
    guard let serviceType else { return nil }
    if let given = service.serviceType, given.value != serviceType {
      return finding(
        .serviceTypeDiffers,
        "the service `\(service.name)` is of the type \(serviceType), not \(given.value)",
        hint: serviceType == MlModelService.ownType
          ? "write \(serviceType), or name another service; the type of one that is there stays"
          : Self.ownServiceHint, at: given.range)
    }
    if serviceType == MlModelService.ownType { return nil }
    return finding(
      .serviceOfConnector,
      "the service `\(service.name)` is of the type \(serviceType), which a connector fills",
      hint: Self.ownServiceHint)
  }

  /// Says that somebody else writes the model too.
  func rewritten(by user: String) -> Diagnostic {
    finding(
      .rewrittenByOthers,
      "`\(user)` keeps rewriting the algorithm or the features that this publisher writes",
      hint: Self.ownServiceHint)
  }

  private func finding(
    _ code: DiagnosticCode, _ message: String, hint: String, at range: SourceRange? = nil
  ) -> Diagnostic {
    Diagnostic(
      code, message, hint: hint, at: range ?? manifest.service.nameRange ?? manifest.name.range,
      fieldPath: "serviceName", model: manifest.findingsKey)
  }
}
