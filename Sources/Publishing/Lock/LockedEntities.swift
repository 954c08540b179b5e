import FullyQualifiedNames
import JSONDocuments
import OpenMetadataEntities

/// How a lock writes and reads the things of a catalog, each under its name.
///
/// What is there is an object that describes it, `deleted` among its members when it was. What is not
/// is `{"missing": true}` with the names near it, what may not be seen `{"forbidden": WHY}`.
struct LockedEntities {
  let quoting: NameQuoting

  // MARK: Lookups

  /// The entry for what asking came to; nil for an entity that cannot be written.
  func entry<Entity>(
    _ lookup: Lookup<Entity>, near names: [String] = [], _ describe: (Entity) -> JSONObject
  ) -> JSON {
    switch lookup {
    case .found(let entity): return .object(describe(entity))
    case .deleted(let entity):
      var object = describe(entity)
      object["deleted"] = true
      return .object(object)
    case .notFound:
      return .object(JSONObject(given: ["missing": true, "suggestions": JSON(texts: names)]))
    case .forbidden(let reason): return ["forbidden": .string(reason)]
    }
  }

  /// What asking came to.
  func lookup<Entity>(
    _ entry: RecordedValue, _ read: (RecordedValue) throws(RecordShapeError) -> Entity
  ) throws(RecordShapeError) -> Lookup<Entity> {
    if let reason = try entry.optionalText("forbidden") { return .forbidden(reason) }
    if try entry.flag("missing") { return .notFound }
    let entity = try read(entry)
    return try entry.flag("deleted") ? .deleted(entity) : .found(entity)
  }

  // MARK: Tables

  func document(_ table: Table, as name: String) -> JSONObject {
    let fullName = table.fullyQualifiedName
    return JSONObject(given: [
      "id": .string(table.id), "version": table.version.map { .number($0) },
      "fullyQualifiedName": fullName == name ? nil : .string(fullName),
      "deprecated": table.isDeprecated ? true : nil, "tags": JSON(texts: table.tags),
      "columns": .array(table.columns.map { .object(document($0)) }),
    ])
  }

  private func document(_ column: Column) -> JSONObject {
    JSONObject(given: [
      "name": .string(column.name), "dataType": .string(column.dataType),
      "arrayDataType": column.arrayDataType.map { .string($0) },
      "tags": JSON(texts: column.tags),
      "children": column.children.isEmpty
        ? nil : .array(column.children.map { .object(document($0)) }),
    ])
  }

  func table(_ entry: RecordedValue, named name: String) throws(RecordShapeError) -> Table {
    let fullName = try entry.optionalText("fullyQualifiedName") ?? name
    return Table(
      id: try entry.text("id"),
      name: (try? FullyQualifiedName(parsing: fullName))?.last ?? fullName,
      fullyQualifiedName: fullName,
      columns: try columns(try entry.member("columns").items, below: fullName),
      isDeleted: try entry.flag("deleted"), isDeprecated: try entry.flag("deprecated"),
      tags: try entry["tags"]?.texts ?? [], version: try entry.optionalNumber("version"))
  }

  private func columns(
    _ items: [RecordedValue], below parent: String
  ) throws(RecordShapeError) -> [Column] {
    try items.map { item throws(RecordShapeError) in
      let name = try item.text("name")
      let fullName = "\(parent).\((try? FullyQualifiedName([name]).text(quoting)) ?? name)"
      return Column(
        name: name, fullyQualifiedName: fullName, dataType: try item.text("dataType"),
        arrayDataType: try item.optionalText("arrayDataType"),
        children: try columns(try item.list("children"), below: fullName),
        tags: try item["tags"]?.texts ?? [])
    }
  }

  // MARK: People, tags and other things

  /// The e-mail address is kept only where a manifest writes it.
  func document(_ user: User, emails: Set<String>) -> JSONObject {
    let email = user.email.flatMap { emails.contains($0.lowercased()) ? $0.lowercased() : nil }
    return JSONObject(given: [
      "id": .string(user.reference.id), "email": email.map { .string($0) },
    ])
  }

  func user(_ entry: RecordedValue, named name: String) throws(RecordShapeError) -> User {
    User(
      reference: EntityReference(
        id: try entry.text("id"), type: "user", name: name, fullyQualifiedName: name),
      email: try entry.optionalText("email"))
  }

  func document(_ team: Team) -> JSONObject {
    JSONObject(given: [
      "id": .string(team.reference.id), "teamType": .string(team.teamType),
    ])
  }

  func team(_ entry: RecordedValue, named name: String) throws(RecordShapeError) -> Team {
    Team(
      reference: EntityReference(
        id: try entry.text("id"), type: "team", name: name, fullyQualifiedName: name),
      teamType: try entry.text("teamType"))
  }

  func document(_ label: TagLabel, as name: String) -> JSONObject {
    JSONObject(given: [
      "source": .string(label.source),
      "fullyQualifiedName": label.tagFQN == name ? nil : .string(label.tagFQN),
    ])
  }

  func label(_ entry: RecordedValue, named name: String) throws(RecordShapeError) -> TagLabel {
    TagLabel(
      tagFQN: try entry.optionalText("fullyQualifiedName") ?? name,
      source: try entry.text("source"))
  }

  func document(_ reference: EntityReference, as name: String) -> JSONObject {
    let fullName = reference.fullyQualifiedName
    return JSONObject(given: [
      "id": .string(reference.id), "status": reference.status.map { .string($0) },
      "fullyQualifiedName": fullName == name ? nil : fullName.map { .string($0) },
    ])
  }

  func reference(
    _ entry: RecordedValue, _ entity: NamedEntity
  ) throws(RecordShapeError) -> EntityReference {
    let name = try entry.optionalText("fullyQualifiedName") ?? entity.fullyQualifiedName
    return EntityReference(
      id: try entry.text("id"), type: entity.kind.rawValue,
      name: (try? FullyQualifiedName(parsing: name))?.last ?? name, fullyQualifiedName: name,
      status: try entry.optionalText("status"))
  }

  // MARK: Custom properties

  func document(_ property: CustomProperty) -> JSONObject {
    JSONObject(given: ["type": .string(property.type), "config": property.config])
  }

  func property(_ entry: RecordedValue, named name: String) throws(RecordShapeError)
    -> CustomProperty
  {
    CustomProperty(name: name, type: try entry.text("type"), config: entry["config"]?.json)
  }
}
