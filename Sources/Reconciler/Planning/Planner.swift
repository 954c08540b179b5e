public import Diagnostics
import JSONDocuments
import ModelManifests
public import OpenMetadataEntities

/// Decides what publishing does, from what is desired and what was read; nothing else.
public enum Planner {
  /// What deciding needs beyond what the manifests name: the services when a model is new or to be
  /// restored, the
  /// edges of one that is there, its versions when blame is asked for, and the tables and tags
  /// near one that was not found.
  ///
  /// Blame is asked for only where something differs, or the catalog holds what the file does not
  /// give; once the edges are known, also where one leads from a table that the file does not name
  /// and says nothing of whose it is. So this is asked again after each reading, until it names
  /// nothing new.
  public static func followUpKeys(
    _ desired: [DesiredModel], _ snapshot: CatalogSnapshot, _ options: PlanOptions
  ) -> CatalogKeys {
    var keys = referenceKeys(desired, snapshot)
    for model in desired {
      let references = CustomPropertyReferences(model, snapshot).entities
      // A reference that was not read yet looks like a difference.
      let isRead = references.allSatisfy { snapshot.entities[$0] != nil }
      guard let name = model.fullyQualifiedName(snapshot.capabilities) else { continue }
      switch snapshot.models[name] {
      case .found(let current)?:
        keys.edges.insert(name)
        let resolution = Resolution(model, in: snapshot, current: current)
        if isRead && asksForBlame(resolution.fields, FieldValues(of: current))
          || hasUnexplainedEdge(snapshot.edges[name] ?? [], resolution)
          || hasUnexplainedColumns(name, resolution, current, snapshot)
        {
          keys.history.insert(name)
        }
      case .notFound?: keys.services = true
      case .deleted(let current)? where options.restoresDeleted:
        keys.services = true
        let fields = Resolution(model, in: snapshot, current: current).fields
        if asksForBlame(fields, FieldValues(of: current)) { keys.history.insert(name) }
      case .deleted?, .forbidden?, nil: break
      }
    }
    return keys
  }

  /// What looking up references needs beyond what the manifests name: what custom properties refer
  /// to, and the tables and tags near one that was not found.
  ///
  /// It is asked again after each reading, as ``followUpKeys(_:_:_:)`` is, of which it is a part.
  public static func referenceKeys(
    _ desired: [DesiredModel], _ snapshot: CatalogSnapshot
  ) -> CatalogKeys {
    var keys = CatalogKeys()
    for model in desired {
      let references = CustomPropertyReferences(model, snapshot).entities
      keys.entities.formUnion(references)
      keys.addNeighbours(of: model.keys(snapshot.capabilities), references, in: snapshot)
    }
    return keys
  }

  private static func asksForBlame(_ desired: DesiredFields, _ current: FieldValues) -> Bool {
    desired.leaves.contains { !$0.key.kind.areSame(current[$0.key], $0.value.value) }
      || current.leaves.keys.contains { desired.leaves[$0] == nil }
  }

  private static func hasUnexplainedEdge(
    _ edges: [LineageEdge], _ resolution: Resolution
  ) -> Bool {
    edges.contains { edge in
      edge.details == nil && edge.fromEntity.type == "table"
        && !resolution.lines.contains { $0.table.id == edge.fromEntity.id }
    }
  }

  private static func hasUnexplainedColumns(
    _ name: String, _ resolution: Resolution, _ current: MlModel, _ snapshot: CatalogSnapshot
  ) -> Bool {
    guard let edges = snapshot.edges[name] else { return false }
    let planning = EdgePlanning(
      model: name, capabilities: snapshot.capabilities, resolution: resolution,
      expected: FieldValues(of: current), existing: edges, blame: nil)
    return planning.hasUnexplainedColumns
  }

  /// One plan for each desired model, in their order.
  public static func plan(
    _ desired: [DesiredModel], _ snapshot: CatalogSnapshot, _ options: PlanOptions,
    diagnostics: inout DiagnosticList
  ) -> PublicationPlan {
    var references = ReferenceCounts()
    var services = ServicePlanning(snapshot: snapshot, options: options)
    var models: [ModelPlan] = []
    for model in desired {
      var planning = ModelPlanning(model, snapshot: snapshot, options: options)
      let plan = planning.plan(&services)
      diagnostics.append(contentsOf: planning.findings)
      references.add(planning.references)
      models.append(plan)
    }
    if !snapshot.capabilities.takesColumnLineage, models.contains(where: { !$0.edges.isEmpty }) {
      diagnostics.append(
        Diagnostic(
          .noColumnLineage,
          "OpenMetadata \(snapshot.capabilities.version.text) takes no lineage of columns to features",
          hint: "it is published from table to model; after an upgrade, publish again"))
    }
    return PublicationPlan(
      serverURL: snapshot.serverURL, serverVersion: snapshot.capabilities.version,
      services: services.plans, models: models, references: references)
  }

}

extension CatalogKeys {
  /// Asks for what lies near the things that were not found.
  fileprivate mutating func addNeighbours(
    of named: CatalogKeys, _ references: Set<NamedEntity>, in snapshot: CatalogSnapshot
  ) {
    for table in named.tables {
      if case .notFound? = snapshot.tables[table] { neighbours.insert(table) }
    }
    // What is no tag may be a glossary term, and the other way round.
    for tag in named.tags {
      guard case .notFound? = snapshot.tags[tag] else { continue }
      tagNeighbours.insert(tag)
      entities.insert(NamedEntity(.glossaryTerm, tag))
    }
    for entity in named.entities.union(references) {
      guard case .notFound? = snapshot.entities[entity] else { continue }
      entityNames.insert(entity.kind)
      if entity.kind == .glossaryTerm { tags.insert(entity.fullyQualifiedName) }
    }
  }
}

extension ReferenceCounts {
  /// Adds the counts of another model.
  public mutating func add(_ other: ReferenceCounts) {
    declared += other.declared
    resolved += other.resolved
    unresolved += other.unresolved
    notChecked += other.notChecked
  }
}
