import Diagnostics
import HTTPClient
import JSONDocuments
import ModelManifests
import OpenMetadataEntities
import Reconciler
import Testing

@testable import Publishing

private typealias Fixture = PublicationFixture

@Suite("A PATCH that the server refuses")
struct RefusedFieldsTests {
  private func refusal(_ status: Int) -> JSON {
    ["code": .number(JSONNumber(status)), "message": "not this"]
  }

  /// A server that refuses whatever touches the algorithm.
  private func fixture(_ status: Int) -> Fixture {
    let refusal = refusal(status)
    let written = Fixture.model("0.2", updatedAt: 2, algorithm: "XGBoost")
    return Fixture { request, number in
      let text = String(decoding: request.body ?? [], as: UTF8.self)
      if request.method == .patch {
        return text.contains("/algorithm") ? .json(status, refusal) : .json(200, written)
      }
      return .json(200, number == 1 ? Fixture.before : written)
    }
  }

  @Test("is repeated in groups, and only what is refused is named", arguments: [400, 403])
  func groups(_ status: Int) async throws {
    let fixture = fixture(status)
    let done = try await fixture.run(try Fixture.changing())
    #expect(fixture.transport.bodies(.patch).count == 3)
    #expect(done.findings.items.map(\.code) == [.fieldsRefused])
    #expect(done.findings.items[0].message.contains("algorithm"))
    #expect(done.result.action == .update)
    #expect(done.result.progress == .partial)
    #expect(!done.outcome.differs)
  }

  @Test("of custom properties keeps no other property away, and is named", arguments: [400, 403])
  func customProperties(_ status: Int) async throws {
    let refusal = refusal(status)
    let written = Fixture.model("0.2", updatedAt: 2, extension: ["note": "kept", "share": 1])
    let fixture = Fixture { request, number in
      let text = String(decoding: request.body ?? [], as: UTF8.self)
      if request.method == .patch {
        return text.contains("costCenter") ? .json(status, refusal) : .json(200, written)
      }
      return .json(200, number == 1 ? Fixture.before : written)
    }
    var plan = try Fixture.changing()
    guard case .patch(var patch) = plan.write else { return }
    patch.customProperties["note"] = "kept"
    patch.operations = [
      .init(property: "costCenter", value: 5), .init(property: "share", value: 1),
    ]
    plan.write = .patch(patch)
    plan.expected = FieldValues(of: try #require(MlModel(written)))
    plan.expected[FieldPath("extension").member("costCenter")] = 5
    let done = try await fixture.run(plan)
    #expect(fixture.transport.bodies(.patch).count == 3)
    #expect(done.findings.items.map(\.code) == [.fieldsRefused])
    #expect(done.findings.items[0].message.contains("extension.costCenter"))
    #expect(!done.findings.items[0].message.contains("share"))
    #expect(done.result.progress == .partial)
    #expect(!done.outcome.differs)
  }

  @Test(
    "is told on the place of its value, with what helps",
    arguments: [
      (400, "correct what the server objects to"), (403, "give the token's user the right"),
    ])
  func place(_ status: Int, _ remedy: String) async throws {
    let refusal = refusal(status)
    let fixture = Fixture { request, _ in
      request.method == .patch ? .json(status, refusal) : .json(200, Fixture.before)
    }
    var plan = try Fixture.changing()
    guard case .patch(var patch) = plan.write else { return }
    patch.operations = [.init(property: "costCenter", value: 5)]
    plan.write = .patch(patch)
    let place = SourceRange(
      path: "ml_model.yaml", start: Position(line: 8, column: 15),
      end: Position(line: 8, column: 16))
    let path = FieldPath("extension").member("costCenter")
    plan.changes = [
      FieldChange(path: path, before: nil, after: 5, origin: .file(place), isBreaking: false)
    ]
    let done = try await fixture.run(plan)
    let finding = try #require(done.findings.items.first)
    #expect(done.findings.items.map(\.code) == [.fieldsRefused])
    #expect(finding.range == place)
    #expect(finding.fieldPath == "extension.costCenter")
    #expect(finding.hint?.hasPrefix(remedy) == true)
    #expect(done.result.action == .failed)
    #expect(!done.hasWritten)
  }

  @Test("leaves the lineage alone when the features that it leads to were refused")
  func refusedFeatures() async throws {
    let fixture = fixture(403)
    var plan = try Fixture.changing()
    guard case .patch(var patch) = plan.write else { return }
    patch.operations.append(.init(member: "mlFeatures", value: [], group: .core))
    plan.write = .patch(patch)
    plan.edges = [
      EdgePlan(
        from: EntityReference(id: "t", type: "table", fullyQualifiedName: "s.t"), to: "s.m",
        action: .remove, columns: [], details: nil)
    ]
    let done = try await fixture.run(plan)
    #expect(fixture.transport.bodies(.delete).isEmpty)
    #expect(done.findings.items.map(\.code) == [.fieldsRefused])
    #expect(done.findings.items[0].message.contains("algorithm, mlFeatures, lineage"))
    #expect(done.result.progress == .partial)
    #expect(done.outcome.isIncomplete)
  }

  @Test("for want of rights is repeated without tests, which need the right to everything")
  func withoutTests() async throws {
    let forbidden = fixture(403)
    _ = try await forbidden.run(try Fixture.changing())
    let operations = forbidden.transport.bodies(.patch).dropFirst().flatMap { $0.array ?? [] }
    #expect(operations.allSatisfy { $0["op"] != "test" })

    let invalid = fixture(400)
    _ = try await invalid.run(try Fixture.changing())
    let tested = invalid.transport.bodies(.patch).dropFirst().map { $0.array?.first?["op"] }
    #expect(tested.allSatisfy { $0 == "test" })
  }

  @Test("of which nothing goes through leaves the model as failed, and counts as forbidden")
  func nothingGoesThrough() async throws {
    let refusal = refusal(403)
    let fixture = Fixture { request, _ in
      request.method == .patch ? .json(403, refusal) : .json(200, Fixture.before)
    }
    let done = try await fixture.run(try Fixture.changing())
    #expect(done.findings.items.map(\.code) == [.fieldsRefused, .fieldsRefused])
    #expect(!done.hasWritten)
    #expect(done.result.progress == .notStarted)
    #expect(done.control.ledger.entry.isAllForbidden)
    #expect(done.result.action == .failed)
  }

  @Test(
    "of which an answer is lost is settled by reading: what arrived is not sent again, the rest is",
    arguments: [true, false])
  func lostAnswer(_ arrives: Bool) async throws {
    let refusal = refusal(403)
    let written = Fixture.model("0.2", updatedAt: 2, algorithm: "XGBoost")
    let fixture = Fixture { request, number in
      switch (request.method, number) {
      case (.patch, 1), (.patch, 2): .json(403, refusal)
      case (.patch, 3): .lost
      case (.patch, _): .json(200, written)
      case (_, 1): .json(200, Fixture.before)
      case (_, 2): .json(200, arrives ? written : Fixture.before)
      default: .json(200, written)
      }
    }
    let done = try await fixture.run(try Fixture.changing())
    #expect(fixture.transport.bodies(.patch).count == (arrives ? 3 : 4))
    #expect(done.findings.items.map(\.code) == [.fieldsRefused])
    #expect(done.findings.items[0].message.contains("algorithm"))
    #expect(done.result.progress == .partial)
    #expect(!done.outcome.differs)
    #expect(done.control.ledger.entry.acknowledged == 1)
  }

  @Test("is not repeated blindly when the model moved meanwhile")
  func moved() async throws {
    let refusal = refusal(403)
    let moved = Fixture.model("0.2", updatedAt: 5, by: "steward")
    let fixture = Fixture { request, number in
      switch (request.method, number) {
      case (.patch, 1): .json(403, refusal)
      case (.get, 1): .json(200, moved)
      default: .json(200, Fixture.model("0.3", updatedAt: 6))
      }
    }
    let done = try await fixture.run(try Fixture.changing(), again: try Fixture.changing())
    #expect(done.result.progress == .complete)
    #expect(fixture.transport.bodies(.patch).count == 2)
  }
}
