import TestSupport
import Testing

@testable import PostgresSource

@Suite(
  "Reading a database", .serialized, .timeLimit(.minutes(2)),
  .enabled(if: PrivatePostgreSQL.isInstalled, "no PostgreSQL server is installed"))
struct PostgresReaderTests {
  @Test("schemas of the system and temporary tables are left out")
  func systemSchemas() throws {
    let names = try ReadDatabase.names.get().description.schemas.map(\.name)
    #expect(names == ["We.ird Schema", "public", "quo\"ted"])
  }

  @Test("names come back as they are, whatever characters they have")
  func names() throws {
    let table = try #require(try ReadDatabase.names.get().table("Tab.le Ω", in: "We.ird Schema"))
    #expect(
      table.columns.map(\.name) == [
        "Col.umn", "UPPER", "sp ace", "q\"uote", "it's", "100%_\\", "'; DROP TABLE x; --",
      ])
    #expect(table.primaryKey == ["Col.umn", "UPPER"])
  }

  @Test("a foreign key of several columns keeps their pairs in order")
  func foreignKeys() throws {
    let table = try #require(try ReadDatabase.names.get().table("a_child", in: "We.ird Schema"))
    #expect(
      table.foreignKeys == [
        ForeignKey(
          columns: ["a", "b"], referredSchema: "We.ird Schema", referredTable: "Tab.le Ω",
          referredColumns: ["Col.umn", "UPPER"])
      ])
    #expect(table.uniqueKeys == [["q"]])
  }

  @Test("a partition is part of its table, and a key to that table is one key")
  func partitions() throws {
    let names = try ReadDatabase.names.get()
    #expect(names.table("by_day_2020", in: "We.ird Schema") == nil)
    let table = try #require(names.table("by_day", in: "We.ird Schema"))
    #expect(table.kind == .partitioned)
    #expect(table.partitioning == Partitioning(strategy: .range, columns: ["day"]))
    let referring = try #require(names.table("refers_to_day", in: "We.ird Schema"))
    #expect(referring.foreignKeys.map(\.referredTable) == ["by_day"])
  }

  @Test("views, materialized views and tables are told apart")
  func relationKinds() throws {
    let tables = try #require(try ReadDatabase.kinds.get().schema("kinds")).tables
    let kinds = Dictionary(uniqueKeysWithValues: tables.map { ($0.name, $0.kind) })
    #expect(
      kinds == [
        "everything": .regular, "keys": .regular, "referring": .regular, "no_columns": .regular,
        "listed": .partitioned, "by_expression": .partitioned, "v": .view,
        "mv": .materializedView,
      ])
  }

  @Test("comments on schemas, tables and columns are read")
  func comments() throws {
    let kinds = try ReadDatabase.kinds.get()
    let table = try #require(kinds.table("everything", in: "kinds"))
    #expect(kinds.schema("kinds")?.comment == "Every kind of column")
    #expect(table.comment == "All types")
    #expect(table.columns.first { $0.name == "amount" }?.comment == "The \"amount\", é")
  }

  @Test(
    "types are told apart",
    arguments: [
      ("name", ColumnType.characters(isFixed: false, length: 40)),
      ("code", .characters(isFixed: true, length: 3)), ("bp", .scalar("bpchar")),
      ("amount", .numeric(precision: 10, scale: 2)), ("free", .numeric(precision: nil, scale: nil)),
      ("mood", .enumeration(longestLabel: 4)), ("place", .composite),
      ("positive", .scalar("int4")), ("matrix", .array(of: .scalar("int4"))),
      ("moods", .array(of: .enumeration(longestLabel: 4))), ("places", .array(of: .composite)),
      ("p", .scalar("point")), ("nm", .scalar("name")),
    ])
  func types(column: String, type: ColumnType) throws {
    let table = try #require(try ReadDatabase.kinds.get().table("everything", in: "kinds"))
    #expect(table.columns.first { $0.name == column }?.type == type)
  }

  @Test("a numeric may have a negative scale, and a domain may refuse NULL")
  func scalesAndDomains() throws {
    let server = try PrivatePostgreSQL.shared.get()
    let url = try server.makeDatabase(
      "scales",
      script: """
        CREATE DOMAIN sure AS integer NOT NULL; CREATE DOMAIN surer AS sure;
        CREATE TABLE t (n numeric(5, -2), s surer, unsure integer);
        """)
    let columns = try #require(
      try PostgresReader(PostgresAddress(parsing: url)).read().schemas.first?.tables.first
    ).columns
    #expect(
      columns.map(\.type) == [.numeric(precision: 5, scale: -2), .scalar("int4"), .scalar("int4")])
    #expect(columns.map(\.isNullable) == [true, false, true])
  }

  @Test("an object of a user with a system name is not taken for it")
  func hostileObjects() throws {
    let server = try PrivatePostgreSQL.shared.get()
    let url = try server.makeDatabase(
      "hostile",
      script: """
        CREATE TABLE public.pg_class (oid oid);
        CREATE FUNCTION public.format_type(oid, integer) RETURNS text
          AS 'SELECT ''wrong''' LANGUAGE sql;
        ALTER DATABASE hostile SET search_path = public, pg_catalog;
        """)
    let tables = try PostgresReader(PostgresAddress(parsing: url)).read().schemas.flatMap(\.tables)
    #expect(tables.map(\.name) == ["pg_class"])
    #expect(tables.first?.columns.map(\.displayedType) == ["oid"])
  }
}
