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

  private static func lineage(_ tables: String...) -> JSON {
    [
      "entity": ["id": "m1", "type": "mlmodel"],
      "nodes": .array(tables.map { ["id": .string($0), "type": "table"] }),
      "upstreamEdges": .array(
        tables.map {
          [
            "fromEntity": .string($0), "toEntity": "m1",
            "lineageDetails": ["description": "ours", "columnsLineage": []],
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
    let fixture = Fixture { _, _ in .json(200, Self.lineage("a", "b")) }
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
        : .json(200, Self.lineage("b"))
    }
    let done = try await fixture.run(try plan(Self.edge("a", .add), Self.edge("b", .add)))
    #expect(done.findings.items.map(\.code) == [.writeRefused])
    #expect(done.findings.items[0].message.contains("s.a"))
    #expect(done.result.action == .failed)
    #expect(done.result.progress == .partial)
    #expect(!done.outcome.differs)
  }

  @Test("a lost answer is settled by reading the edges")
  func lost() async throws {
    let fixture = Fixture { request, _ in
      request.method == .put ? .lost : .json(200, Self.lineage("a"))
    }
    let done = try await fixture.run(try plan(Self.edge("a", .add)))
    #expect(fixture.transport.bodies(.put).count == 1)
    #expect(done.result.progress == .complete)
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
