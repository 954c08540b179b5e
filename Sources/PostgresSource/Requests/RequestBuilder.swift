import FullyQualifiedNames
import JSONDocuments

/// Collects requests from the outermost entity inwards.
struct RequestBuilder {
  private struct Target: Hashable {
    let schema: String
    let table: String
  }

  let quoting: NameQuoting
  private(set) var requests: [EntityRequest] = []
  private(set) var omissions: [String] = []
  /// Tables that the server knows once ``requests`` are sent; keys may refer to them.
  private var written: Set<Target> = []

  init(quoting: NameQuoting) {
    self.quoting = quoting
  }

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
    var schemas: [SchemaDescription] = []
    for schema in database.schemas where add(schema, in: name) { schemas.append(schema) }
    var unfinished: [(TableDescription, SchemaDescription)] = []
    for schema in schemas {
      for table in schema.tables where !add(table, of: schema, in: name) {
        unfinished.append((table, schema))
      }
    }
    // Keys that refer to tables further on, or to their own table, come once all tables are there.
    for (table, schema) in unfinished { _ = add(table, of: schema, in: name) }
  }

  /// Adds a schema; false when its name cannot be used.
  private mutating func add(_ schema: SchemaDescription, in database: FullyQualifiedName) -> Bool {
    let name = database.appending(schema.name)
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

  /// Adds a table; false when keys had to be left for later.
  private mutating func add(
    _ table: TableDescription, of schema: SchemaDescription, in database: FullyQualifiedName
  ) -> Bool {
    let parent = database.appending(schema.name)
    let known = table.foreignKeys.filter {
      written.contains(Target(schema: $0.referredSchema, table: $0.referredTable))
    }
    do throws(FullyQualifiedNameError) {
      let mapping = TableMapping(quoting: quoting, schema: parent)
      let request = try mapping.request(for: table, foreignKeys: known)
      let isNew = written.insert(Target(schema: schema.name, table: table.name)).inserted
      if isNew { omissions += mapping.omissions(in: table) }
      if isNew
        || requests.last(where: { $0.fullyQualifiedName == request.fullyQualifiedName })
          != request
      {
        requests.append(request)
      }
      return known.count == table.foreignKeys.count
    } catch {
      omissions.append("table '\(schema.name)'.'\(table.name)' is left out: \(error)")
      return true
    }
  }
}
