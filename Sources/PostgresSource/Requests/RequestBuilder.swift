import FullyQualifiedNames
import JSONDocuments

/// Collects requests from the outermost entity inwards.
struct RequestBuilder {
  private struct Place: Hashable {
    let schema: String
    let table: String
  }

  private struct Pending {
    let place: Place
    let table: TableDescription
    let mapping: TableMapping
    /// Tables that must be there before this one.
    let needs: Set<Place>
  }

  let line: ConnectorLine
  /// The tables that are told of.
  private var described: [Place: TableDescription] = [:]
  private(set) var requests: [EntityRequest] = []
  private(set) var omissions: [String] = []

  init(line: ConnectorLine) {
    self.line = line
  }

  private var quoting: NameQuoting { line.quoting }

  mutating func add(
    _ database: DatabaseDescription, service: String
  ) throws(FullyQualifiedNameError) {
    let name = FullyQualifiedName([service, database.name])
    requests.append(
      EntityRequest(
        collection: "/v1/databases", fullyQualifiedName: try name.text(quoting),
        body: [
          "name": .string(database.name),
          "service": .string(try FullyQualifiedName([service]).text(quoting)),
        ]))
    var tables: [(TableDescription, FullyQualifiedName)] = []
    for schema in database.schemas where add(schema, in: name) {
      tables += schema.tables.map { ($0, name.appending(schema.name)) }
    }
    try addTables(pending(tables))
  }

  /// Adds a schema; false when its name cannot be used.
  private mutating func add(_ schema: SchemaDescription, in database: FullyQualifiedName) -> Bool {
    let name = database.appending(schema.name)
    guard line.allows(schema.name) else {
      omissions.append("schema '\(schema.name)' is left out: the server does not allow its name")
      return false
    }
    do throws(FullyQualifiedNameError) {
      let parent = try database.text(quoting)
      requests.append(
        EntityRequest(
          collection: "/v1/databaseSchemas", fullyQualifiedName: try name.text(quoting),
          body: .present([
            "name": .string(schema.name), "description": .text(schema.comment),
            "database": .string(parent),
          ])))
      return true
    } catch {
      omissions.append("schema '\(schema.name)' is left out: \(error)")
      return false
    }
  }

  /// The tables whose names can be used, with those that they refer to.
  private mutating func pending(_ tables: [(TableDescription, FullyQualifiedName)]) -> [Pending] {
    var usable: [Pending] = []
    for (table, schema) in tables {
      guard line.allows(line.spelling(of: table.name)) else {
        omissions.append(
          "table '\(schema.last)'.'\(table.name)' is left out: the server does not allow its name")
        continue
      }
      let mapping = TableMapping(line: line, schema: schema)
      let place = Place(schema: schema.last, table: table.name)
      let needs = table.foreignKeys.map(Self.referred)
      omissions += mapping.omissions(in: table)
      usable.append(
        Pending(
          place: place, table: table, mapping: mapping, needs: Set(needs).subtracting([place])))
    }
    return usable
  }

  /// Adds tables, those first to which others refer.
  ///
  /// Where tables refer to each other in a circle, one of them comes twice: without the keys that
  /// close the circle for a server that does not have it yet, and at the end with them.
  private mutating func addTables(_ tables: [Pending]) throws(FullyQualifiedNameError) {
    for table in tables { described[table.place] = table.table }
    let all = Set(described.keys)
    var written: Set<Place> = []
    var rest = tables
    var unfinished: [Pending] = []
    while !rest.isEmpty {
      let next = rest.firstIndex { $0.needs.intersection(all).isSubset(of: written) }
      let table = rest.remove(at: next ?? 0)
      let known = next == nil ? written.union([table.place]) : all
      try add(table, referringTo: known, isPreliminary: next == nil)
      written.insert(table.place)
      if next == nil { unfinished.append(table) }
    }
    for table in unfinished { try add(table, referringTo: all, isPreliminary: false) }
  }

  private mutating func add(
    _ pending: Pending, referringTo known: Set<Place>, isPreliminary: Bool
  ) throws(FullyQualifiedNameError) {
    let keys = pending.table.foreignKeys.filter {
      known.contains(Self.referred($0))
    }
    let described = described
    var request = try pending.mapping.request(for: pending.table, foreignKeys: keys) {
      described[Self.referred($0)]
    }
    request.isPreliminary = isPreliminary
    requests.append(request)
  }

  private static func referred(_ key: ForeignKey) -> Place {
    Place(schema: key.referredSchema, table: key.referredTable)
  }
}

extension NameQuoting {
  /// Whether the server allows a name.
  ///
  /// - Throws: `FullyQualifiedNameError` with the reason why it does not.
  func check(_ name: String) throws(FullyQualifiedNameError) {
    _ = try FullyQualifiedName([name]).text(self)
  }
}
