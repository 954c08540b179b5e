public import JSONDocuments

/// What lies downstream of an entity, nearest first.
public struct DownstreamLineage: Sendable, Equatable {
  /// Something that lies downstream.
  public struct Node: Sendable, Equatable {
    /// What it is.
    public var reference: EntityReference
    /// How many edges lead there on the shortest way.
    public var distance: Int

    /// Makes a node.
    public init(_ reference: EntityReference, distance: Int) {
      self.reference = reference
      self.distance = distance
    }
  }

  /// The nodes by distance, then type and name; the entity itself, deleted ones and services are
  /// left out.
  public let nodes: [Node]

  /// Reads the answer of `GET /lineage/…`; nil for another shape.
  ///
  /// Edges hold bare ids there; an id without a node is not told.
  public init?(_ document: JSON) {
    guard let origin = document["entity"]?["id"]?.string else { return nil }
    let references = (document["nodes"]?.array ?? []).compactMap { EntityReference($0) }
    var targets: [String: [String]] = [:]
    for edge in document["downstreamEdges"]?.array ?? [] {
      guard let from = edge["fromEntity"]?.string, let to = edge["toEntity"]?.string else {
        continue
      }
      targets[from, default: []].append(to)
    }
    let distances = Self.distances(from: origin, targets)
    nodes =
      references.filter { !$0.isDeleted && !$0.type.hasSuffix("Service") }
      .compactMap { reference in
        distances[reference.id].map { Node(reference, distance: $0) }
      }
      .sorted { left, right in
        (left.distance, left.reference.type, left.reference.shownName)
          < (right.distance, right.reference.type, right.reference.shownName)
      }
  }

  /// How far each id is from the first, which has no distance itself.
  private static func distances(
    from origin: String, _ targets: [String: [String]]
  ) -> [String: Int] {
    var distances = [origin: 0]
    var front = [origin]
    while !front.isEmpty {
      var next: [String] = []
      for id in front {
        for target in targets[id] ?? [] where distances[target] == nil {
          distances[target] = (distances[id] ?? 0) + 1
          next.append(target)
        }
      }
      front = next
    }
    distances[origin] = nil
    return distances
  }
}

extension EntityReference {
  /// The name that tells it best.
  public var shownName: String { fullyQualifiedName ?? name ?? id }
}
