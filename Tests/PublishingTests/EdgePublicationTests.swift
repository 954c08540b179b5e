import Diagnostics
import HTTPClient
import JSONDocuments
import OpenMetadataEntities
import Reconciler
import Testing

@testable import Publishing

private typealias Fixture = PublicationFixture

@Suite("Writing the edges of a model")
struct EdgePublicationTests {
  private static func edge(_ table: String, _ action: EdgePlan.Action) -> EdgePlan {
    EdgePlan(
      from: EntityReference(id: table, type: "table", fullyQualifiedName: "s.\(table)"),
      to: "s.m", action: action, columns: [],
      details: action == .remove ? nil : ["description": "ours", "columnsLineage": []])
  }

  private static func lineage(_ columns: [JSON] = [], _ tables: String...) -> JSON {
    [
      "entity": ["id": "m1", "type": "mlmodel"],
      "nodes": .array(tables.map { ["id": .string($0), "type": "table"] }),
      "upstreamEdges": .array(
        tables.map {
          [
            "fromEntity": .string($0), "toEntity": "m1",
            "lineageDetails": ["description": "ours", "columnsLineage": .array(columns)],
          ]
        }),
    ]
  }

  private func plan(_ edges: EdgePlan...) throws -> ModelPlan {
    var plan = try Fixture.changing()
    plan.write = .none
    plan.action = .none
    plan.edges = edges
    return plan
  }

  @Test("each edge is written or removed, and all are read back once")
  func edges() async throws {
    let fixture = Fixture { _, _ in .json(200, Self.lineage([], "a", "b")) }
    let done = try await fixture.run(
      try plan(Self.edge("a", .add), Self.edge("b", .none), Self.edge("c", .remove)))
    #expect(
      fixture.transport.asked == ["PUT v1/lineage", "DELETE mlmodel/m1", "GET mlmodel/m1"])
    #expect(done.result.progress == .complete)
    #expect(done.findings.items.isEmpty)
  }

  @Test("an edge that is refused is named, and the others are written")
  func refused() async throws {
    let fixture = Fixture { request, number in
      request.method == .put && number == 1
        ? .json(400, ["code": 400, "message": "no such feature"])
        : .json(200, Self.lineage([], "b"))
    }
    let done = try await fixture.run(try plan(Self.edge("a", .add), Self.edge("b", .add)))
    #expect(done.findings.items.map(\.code) == [.writeRefused])
    #expect(done.findings.items[0].message.contains("s.a"))
    #expect(done.result.action == .failed)
    #expect(done.result.progress == .partial)
    #expect(!done.outcome.differs)
  }

  @Test("an edge refused because of its columns is written without them, which are named")
  func refusedColumns() async throws {
    var edge = Self.edge("a", .add)
    edge.columns = [LineageEdge.ColumnPair(fromColumns: ["s.a.c"], toColumn: "s.m.f")]
    let theirs: JSON = ["fromColumns": ["s.a.d"], "toColumn": "s.m.theirs"]
    edge.details = [
      "description": "ours",
      "columnsLineage": [["fromColumns": ["s.a.c"], "toColumn": "s.m.f"], theirs],
    ]
    let fixture = Fixture { request, number in
      switch (request.method, number) {
      case (.put, 1): .json(400, ["code": 400, "message": "Invalid column name s.a.c"])
      case (.put, _): .json(200, [:])
      default: .json(200, Self.lineage([theirs], "a"))
      }
    }
    let done = try await fixture.run(try plan(edge))
    #expect(fixture.transport.bodies(.put).count == 2)
    #expect(
      fixture.transport.bodies(.put)[1]["edge"]?["lineageDetails"]?["columnsLineage"] == [theirs])
    #expect(done.findings.items.map(\.code) == [.columnsRefused])
    #expect(done.findings.items[0].message.contains("`s.a.c` → `s.m.f`"))
    #expect(!done.outcome.differs)
    #expect(done.outcome.isIncomplete)
    #expect(done.result.plan?.edges.first?.columns == [])
    #expect(done.result.progress == .partial)
  }

  @Test("an edge that is refused without its columns, too, is told once")
  func refusedTwice() async throws {
    var edge = Self.edge("a", .add)
    edge.columns = [LineageEdge.ColumnPair(fromColumns: ["s.a.c"], toColumn: "s.m.f")]
    let fixture = Fixture { _, number in
      .json(400, ["code": 400, "message": .string("no, \(number)")])
    }
    let done = try await fixture.run(try plan(edge))
    #expect(fixture.transport.bodies(.put).count == 2)
    #expect(done.findings.items.map(\.code) == [.writeRefused])
    #expect(done.findings.items[0].message.contains("no, 1"))
  }

  @Test("a lost answer is settled by reading the edges")
  func lost() async throws {
    let fixture = Fixture { request, _ in
      request.method == .put ? .lost : .json(200, Self.lineage([], "a"))
    }
    let done = try await fixture.run(try plan(Self.edge("a", .add)))
    #expect(fixture.transport.bodies(.put).count == 1)
    #expect(done.result.progress == .complete)
  }

  @Test("a lost answer after which nothing can be read leaves it open whether the edge is there")
  func unsettled() async throws {
    let fixture = Fixture { _, _ in .lost }
    let done = try await fixture.run(try plan(Self.edge("a", .add)))
    #expect(done.findings.items.map(\.code) == [.writeUnsettled])
    #expect(done.outcome.mayHaveWritten && !done.outcome.hasWritten)
    #expect(done.outcome.status == .incomplete)
    #expect(done.result.progress == .unknown)
  }

  @Test("an edge that is not there when read back is a difference")
  func missing() async throws {
    let fixture = Fixture { _, _ in .json(200, Self.lineage()) }
    let done = try await fixture.run(try plan(Self.edge("a", .add)))
    #expect(done.outcome.differs)
    #expect(done.findings.items.map(\.code) == [.readBackDiffers])
  }

  @Test("edges that cannot be read back are said to be unread")
  func unread() async throws {
    let fixture = Fixture { request, _ in
      request.method == .get ? .json(403, ["code": 403, "message": "no"]) : .json(200, [:])
    }
    let done = try await fixture.run(try plan(Self.edge("a", .add)))
    #expect(done.findings.items.map(\.code) == [.notReadBack])
    #expect(done.outcome.isIncomplete)
  }
}
