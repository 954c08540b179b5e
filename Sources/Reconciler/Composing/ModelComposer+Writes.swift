import JSONDocuments
import ModelManifests
import OpenMetadataEntities

extension ModelComposer {
  /// The body that creates the model: nothing that the plan does not show.
  func creation(name: String, service: String) -> JSON {
    var body = CreateMlModel(name: name, service: service)
    for member in Self.members { body.set(member, to: value(of: member)) }
    return body.document
  }

  /// The operations for the members that have changes, in the order in which members are written.
  func operations(for changes: [FieldChange]) -> [ModelPatch.Operation] {
    let changed = Set(changes.map { Self.member(of: $0.path) })
    return Self.members.filter(changed.contains).flatMap { member in
      if member == "extension" { return customProperties(changes) }
      let value = value(of: member)
      // Only what was read can be removed.
      if value == nil, current[member] == nil { return [] }
      return [ModelPatch.Operation(member: member, value: value, group: Self.group(member))]
    }
  }

  private func customProperties(_ changes: [FieldChange]) -> [ModelPatch.Operation] {
    let extended = value(of: "extension")
    return changes.compactMap { change in
      guard case .member("extension")? = change.path.segments.first,
        case .member(let name)? = change.path.segments.last
      else { return nil }
      return ModelPatch.Operation(property: name, value: extended?[name])
    }
  }

  private static func group(_ member: String) -> ModelPatch.Group {
    switch member {
    case "description": .description
    case "displayName": .displayName
    case "owners", "domain", "domains", "dataProducts": .owners
    case "tags": .tags
    default: .core
    }
  }
}
