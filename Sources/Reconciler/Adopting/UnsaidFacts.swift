import JSONDocuments
import ModelManifests
import OpenMetadataEntities

/// What the catalog holds of a model and no manifest says.
struct UnsaidFacts {
  /// Comments for the end of the manifest; none when there is nothing.
  private(set) var remarks: [String] = []
  /// Lineage that publishing the manifest takes away.
  private(set) var losses: [String] = []

  private static let heading =
    "The catalog also holds this, which no manifest says; publishing leaves it as it is:"

  init(_ model: MlModel, _ snapshot: CatalogSnapshot, _ plan: ModelPlan?) {
    let document = model.document
    var facts = Self.people(document) + Self.inherited(document) + Self.labels(document)
    if document["lifeCycle"]?.object?.isEmpty == false { facts.append("life cycle") }
    if let tag = document["certification"]?["tagLabel"]?["tagFQN"]?.string {
      facts.append("certification \(tag)")
    }
    let edges = (snapshot.edges[model.fullyQualifiedName] ?? []).sorted {
      Self.name($0) < Self.name($1)
    }
    for edge in edges { add(edge, plan, &facts) }
    if !facts.isEmpty { remarks = [Self.heading] + facts.map { "  \($0)" } }
    remarks += losses
  }

  private static func people(_ document: JSON) -> [String] {
    var facts: [String] = []
    let followers = document["followers"]?.array?.count ?? 0
    if followers > 0 { facts.append("\(followers) follower\(followers == 1 ? "" : "s")") }
    let (up, down) = (
      document["votes"]?["upVotes"]?.integer ?? 0, document["votes"]?["downVotes"]?.integer ?? 0
    )
    if up + down > 0 { facts.append("votes: \(up) up, \(down) down") }
    return facts
  }

  private static func inherited(_ document: JSON) -> [String] {
    var facts: [String] = []
    for (set, what) in [(FieldPath.owners, "owner"), (.domains, "domain")] {
      for reference in ModelDocument.references(document, in: set) where reference.isInherited {
        let name = ModelDocument.path(of: reference, in: set).elementKey ?? ""
        facts.append("\(what) `\(name)`, inherited")
      }
    }
    if let domain = EntityReference(document["domain"]), domain.isInherited {
      facts.append("domain `\(domain.fullyQualifiedName ?? domain.name ?? "")`, inherited")
    }
    return facts.sorted()
  }

  private static func labels(_ document: JSON) -> [String] {
    ModelDocument.labels(of: document, at: nil).filter { $0.path == nil }.map {
      "label `\($0.tagFQN)`, which nobody set by hand"
    }.sorted()
  }

  // MARK: Lineage

  private mutating func add(_ edge: LineageEdge, _ plan: ModelPlan?, _ facts: inout [String]) {
    let from = "\(edge.fromEntity.type) `\(Self.name(edge))`"
    guard let planned = plan?.edges.first(where: { $0.from == edge.fromEntity }) else {
      facts.append("lineage from \(from)")
      return
    }
    var own: [String] = []
    if edge.details?["sqlQuery"]?.string?.isEmpty == false { own.append("a query") }
    if edge.details?["pipeline"]?.object != nil { own.append("a pipeline") }
    let words = edge.description.map { $0.split(separator: "\n") } ?? []
    if words.contains(where: { !EdgeDetails.isOurs($0) }) {
      own.append("a description")
    }
    if !own.isEmpty {
      facts.append("\(own.joined(separator: ", ")) of the lineage from \(from)")
    }
    guard planned.action == .update, let details = planned.details else { return }
    let after = Self.pairs(
      LineageEdge(fromEntity: edge.fromEntity, toEntity: "", details: details))
    for pair in Self.pairs(edge) where !after.contains(pair) {
      losses.append(
        "publishing takes away the lineage from `\(pair[0])` to `\(pair[1])`: "
          + "no source of the feature says it")
    }
  }

  private static func pairs(_ edge: LineageEdge) -> [[String]] {
    edge.columnsLineage.flatMap { pair in pair.fromColumns.map { [$0, pair.toColumn] } }
  }

  private static func name(_ edge: LineageEdge) -> String {
    edge.fromEntity.fullyQualifiedName ?? edge.fromEntity.name ?? edge.fromEntity.id
  }
}
