import FullyQualifiedNames
import HTTPClient
import OpenMetadataAPI
import OpenMetadataEntities
import Reconciler

/// Reads keys of the catalog into a snapshot, side by side, each once.
struct CatalogReader: CatalogSource {
  let client: OpenMetadataClient
  /// Whether what the server fails to tell of one thing is noted, and the rest is read.
  var toleratesGaps = false
  /// Is told of each model that was read.
  var progress: (any ProgressObserver)?

  /// The snapshot with everything that `keys` names and it did not hold yet.
  ///
  /// Side by side go as many requests as the transport lets through.
  ///
  /// - Throws: ``OpenMetadataError``, the first one that is not tolerated; the other requests are
  ///   then cancelled.
  func reading(
    _ keys: CatalogKeys, into snapshot: CatalogSnapshot
  ) async throws(OpenMetadataError) -> CatalogSnapshot {
    var snapshot = snapshot
    let unknown = keys.tables.filter { snapshot.tables[$0] == nil }
    for (name, table) in try await SchemaListing(client: client).tables(unknown.sorted()) {
      snapshot.tables[name] = .found(table)
    }
    let known = snapshot
    let readings = readings(keys, known)
    let outcome = await withTaskGroup(
      of: (CatalogReading, Result<CatalogEntry, OpenMetadataError>).self,
      returning: Result<CatalogSnapshot, OpenMetadataError>.self
    ) { group in
      for reading in readings { group.addTask { (reading, await entry(reading)) } }
      var snapshot = known
      var models = (done: 0, total: readings.count(where: \.isModel))
      for await (reading, entry) in group {
        if case .model(let name) = reading {
          models.done += 1
          progress?.observe(
            RunProgress(.reading, done: models.done, of: models.total, model: name))
        }
        switch entry {
        case .success(let entry): entry.add(to: &snapshot)
        case .failure(let error):
          if toleratesGaps, let thing = reading.thing, error.concernsOneThing {
            snapshot.unread[thing] = error.description
            continue
          }
          group.cancelAll()
          return .failure(error)
        }
      }
      return .success(snapshot)
    }
    return try outcome.get()
  }

  private func readings(_ keys: CatalogKeys, _ snapshot: CatalogSnapshot) -> [CatalogReading] {
    var readings: [CatalogReading] = []
    func missing<Value>(_ keys: Set<String>, in known: [String: Value]) -> [String] {
      keys.filter { known[$0] == nil }.sorted()
    }
    readings += missing(keys.tables, in: snapshot.tables).map { .table($0) }
    readings += missing(keys.models, in: snapshot.models).map { .model($0) }
    readings += missing(keys.users, in: snapshot.users).map { .user($0) }
    readings += missing(keys.teams, in: snapshot.teams).map { .team($0) }
    readings += missing(keys.tags, in: snapshot.tags).map { .tag($0) }
    readings += keys.entities.filter { snapshot.entities[$0] == nil }.map { .entity($0) }
    readings += keys.entityNames.filter { snapshot.entityNames[$0] == nil }
      .map { .entityNames($0) }
    if keys.customProperties, snapshot.customProperties == nil {
      readings.append(.customProperties)
    }
    let strangers = missing(keys.neighbours, in: snapshot.neighbours)
    readings += Dictionary(grouping: strangers) { parse($0)?.parent }.values
      .map { .neighbours($0) }
    readings += missing(keys.tagNeighbours, in: snapshot.tagNeighbours).map { .tagNeighbours($0) }
    if keys.services, snapshot.services == nil { readings.append(.services) }
    if !keys.history.isEmpty, snapshot.principal == nil { readings.append(.principal) }
    for name in missing(keys.edges, in: snapshot.edges) {
      if let model = snapshot.models[name]?.known { readings.append(.edges(name, model.id)) }
    }
    for name in missing(keys.history, in: snapshot.history) {
      if let model = snapshot.models[name]?.known { readings.append(.history(name, model.id)) }
    }
    return readings.filter { $0.thing.map { snapshot.unread[$0] == nil } ?? true }
  }

  private func entry(_ reading: CatalogReading) async -> Result<CatalogEntry, OpenMetadataError> {
    do throws(OpenMetadataError) {
      return .success(try await read(reading))
    } catch {
      return .failure(error)
    }
  }

  private func read(_ reading: CatalogReading) async throws(OpenMetadataError) -> CatalogEntry {
    switch reading {
    case .table(let name):
      guard let parsed = parse(name) else { return .table(name, .notFound) }
      let table = try await client.table(named: parsed)
      guard case .notFound = table, let stored = parsed.withReservedCharacters else {
        return .table(name, table)
      }
      return .table(name, try await client.table(named: stored))
    case .model(let name):
      guard let parsed = parse(name) else { return .model(name, .notFound) }
      return .model(name, try await client.model(named: parsed))
    case .user(let name): return .user(name, try await client.user(named: name))
    case .team(let name): return .team(name, try await client.team(named: name))
    case .tag(let name):
      guard let parsed = parse(name) else { return .tag(name, .notFound) }
      return .tag(name, try await client.tag(named: parsed))
    case .entity(let entity): return .entity(entity, try await client.entity(entity))
    case .entityNames(let kind): return .entityNames(kind, try await names(of: kind))
    case .customProperties: return .customProperties(try await client.customProperties())
    case .neighbours(let names): return .neighbours(names, try await neighbours(of: names))
    case .tagNeighbours(let name):
      let names = try await suggestions { () async throws(OpenMetadataError) in
        try await TagSearch(client: client).neighbours(of: name)
      }
      return .tagNeighbours(name, names)
    case .services: return .services(try await client.services())
    case .principal: return .principal(try await client.principal())
    case .edges(let name, let id): return .edges(name, try await client.upstreamEdges(ofModel: id))
    case .history(let name, let id): return .history(name, try await client.versions(ofModel: id))
    }
  }

  /// The tables near some of one schema; none when they may not be listed, since they serve
  /// suggestions only.
  private func neighbours(of names: [String]) async throws(OpenMetadataError) -> [String] {
    guard let table = names.first.flatMap({ parse($0) }) else { return [] }
    return try await suggestions { () async throws(OpenMetadataError) in
      try await TableSearch(client: client).neighbours(of: table)
    }
  }

  /// The names of a kind; none when they may not be listed, since they serve suggestions only.
  private func names(of kind: NamedEntity.Kind) async throws(OpenMetadataError) -> [String] {
    try await suggestions { () async throws(OpenMetadataError) in
      try await client.names(of: kind)
    }
  }

  private func suggestions(
    _ names: () async throws(OpenMetadataError) -> [String]
  ) async throws(OpenMetadataError) -> [String] {
    do throws(OpenMetadataError) {
      return try await names().sorted()
    } catch {
      switch error {
      case .notAuthenticated: throw error
      // A list that the server cannot give must not hide the finding that it would have helped.
      default: return []
      }
    }
  }

  private func parse(_ name: String) -> FullyQualifiedName? {
    try? FullyQualifiedName(parsing: name)
  }
}

extension OpenMetadataError {
  /// Whether the server may tell of other things all the same.
  fileprivate var concernsOneThing: Bool {
    switch self {
    case .serverError, .refused, .invalidAnswer, .notFound, .forbidden, .conflict,
      .preconditionFailed:
      true
    case .unreachable(let error): error.kind == .tooLarge
    case .notAuthenticated, .gaveUp, .notTheAPI: false
    }
  }
}
