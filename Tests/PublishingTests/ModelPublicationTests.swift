import Diagnostics
import HTTPClient
import JSONDocuments
import OpenMetadataEntities
import Reconciler
import Testing

@testable import Publishing

private typealias Fixture = PublicationFixture

@Suite("Writing one model")
struct ModelPublicationTests {
  @Test("a model is changed by one PATCH that tests version and time, and read back")
  func change() async throws {
    let fixture = Fixture { _, _ in .json(200, Fixture.after) }
    let done = try await fixture.run(try Fixture.changing())
    #expect(fixture.transport.asked == ["PATCH mlmodels/m1", "GET name/s.m"])
    #expect(
      fixture.transport.bodies(.patch)[0].array?.compactMap { $0["op"]?.string }
        == ["test", "test", "add", "add"])
    #expect(done.result.progress == .complete)
    #expect(done.result.versionAfter?.lexeme == "1.1")
    #expect(done.findings.items.isEmpty)
  }

  @Test(
    "a lost answer after which nothing can be read leaves it open whether the model was written",
    arguments: [true, false])
  func unsettled(_ isNew: Bool) async throws {
    let fixture = Fixture { _, _ in .lost }
    let plan = isNew ? try Fixture.creating() : try Fixture.changing()
    let done = try await fixture.run(plan)
    #expect(done.findings.items.map(\.code) == [.writeUnsettled])
    #expect(done.outcome.mayHaveWritten && !done.outcome.hasWritten)
    #expect(done.result.action == .failed)
    #expect(done.result.progress == .unknown)
  }

  @Test("a lagging cache is asked again until it shows the version written")
  func laggingCache() async throws {
    let fixture = Fixture { request, number in
      request.method == .get && number < 3 ? .json(200, Fixture.before) : .json(200, Fixture.after)
    }
    let done = try await fixture.run(try Fixture.changing())
    #expect(fixture.transport.asked.count == 4)
    #expect(done.outcome.differs == false)
  }

  @Test("what is read back otherwise than written is an error of its own")
  func difference() async throws {
    let odd = Fixture.model("1.1", updatedAt: 2, description: "Other")
    let fixture = Fixture { _, _ in .json(200, odd) }
    let done = try await fixture.run(try Fixture.creating())
    #expect(done.outcome.differs)
    let finding = try #require(done.findings.items.first)
    #expect(finding.code == .readBackDiffers)
    #expect(finding.fieldPath == "description")
  }

  @Test("a PATCH that the server accepts and drops is followed by a PUT of the whole")
  func droppedPatch() async throws {
    let fixture = Fixture { request, _ in
      switch request.method {
      case .put: .json(200, Fixture.after)
      case .patch: .json(200, Fixture.before)
      default: .json(200, Fixture.before)
      }
    }
    _ = try await fixture.run(try Fixture.changing())
    #expect(fixture.transport.asked.contains("PUT v1/mlmodels"))
    let request = try #require(fixture.transport.bodies(.put).first)
    #expect(request["algorithm"] == "LightGBM")
    #expect(request["service"] == "s")
  }

  @Test("what another user changes right afterwards is a note")
  func laterEdit() async throws {
    let theirs = Fixture.model("1.2", updatedAt: 3, by: "steward", description: "Theirs")
    let fixture = Fixture { request, _ in
      .json(200, request.method == .get ? theirs : Fixture.after)
    }
    let done = try await fixture.run(try Fixture.changing())
    #expect(!done.outcome.differs)
    #expect(done.findings.items.map(\.code) == [.changedAfterwards])
    #expect(done.result.progress == .complete)
  }

  @Test("what our own write did not change is no later edit of somebody else")
  func notTheirs() async throws {
    let answer = Fixture.model("0.2", updatedAt: 2, algorithm: "XGBoost")
    let theirs = Fixture.model(
      "0.3", updatedAt: 3, by: "steward", algorithm: "XGBoost", description: "Theirs")
    let fixture = Fixture { request, _ in .json(200, request.method == .get ? theirs : answer) }
    let done = try await fixture.run(try Fixture.changing())
    #expect(done.outcome.differs)
    #expect(done.findings.items.map(\.code) == [.readBackDiffers, .changedAfterwards])
    #expect(done.findings.items.map(\.fieldPath) == ["algorithm", "description"])
  }

  @Test("a lagging cache is waited for after the PUT of the whole, too")
  func laggingCacheAfterWhole() async throws {
    let dropped = Fixture.model("0.1", updatedAt: 1, algorithm: "XGBoost", description: "Old")
    let fixture = Fixture { request, number in
      switch (request.method, number) {
      case (.patch, _), (.get, 1), (.get, 2): .json(200, dropped)
      default: .json(200, Fixture.after)
      }
    }
    let done = try await fixture.run(try Fixture.changing())
    #expect(fixture.transport.asked.filter { $0.hasPrefix("GET") }.count == 3)
    #expect(!done.outcome.differs)
  }

  @Test("a failed test on a model that did not move is a refusal")
  func refusedByTest() async throws {
    let fixture = Fixture { request, _ in
      request.method == .patch ? .json(500, Fixture.failure) : .json(200, Fixture.before)
    }
    let done = try await fixture.run(try Fixture.changing())
    #expect(done.result.action == .failed)
    #expect(done.findings.items.map(\.code) == [.writeRefused])
    #expect(fixture.transport.asked == ["PATCH mlmodels/m1", "GET name/s.m"])
  }

  @Test("a model that moved is planned again once", arguments: [412, 500])
  func movedOnce(_ status: Int) async throws {
    let moved = Fixture.model("0.2", updatedAt: 2, by: "steward", description: "Theirs")
    let after = Fixture.model("1.2", updatedAt: 3)
    let fixture = Fixture { request, number in
      switch (request.method, number) {
      case (.patch, 1): .json(status, Fixture.failure)
      case (.get, 1): .json(200, moved)
      default: .json(200, after)
      }
    }
    let done = try await fixture.run(try Fixture.changing(), again: try Fixture.changing())
    #expect(done.result.progress == .complete)
    #expect(fixture.transport.bodies(.patch).count == 2)
  }

  @Test("a model that moved twice is stale")
  func movedTwice() async throws {
    let moved = Fixture.model("0.2", updatedAt: 2, by: "steward", description: "Theirs")
    let fixture = Fixture { request, _ in
      request.method == .patch ? .json(412, Fixture.failure) : .json(200, moved)
    }
    let done = try await fixture.run(try Fixture.changing(), again: try Fixture.changing())
    #expect(done.outcome.troubles == [.stale])
    #expect(done.findings.items.map(\.code) == [.catalogMoved])
    #expect(done.result.progress == .notStarted)
  }

  @Test("a lost answer whose write arrived is not repeated, and is no conflict")
  func lostAndArrived() async throws {
    let fixture = Fixture { request, _ in
      request.method == .patch ? .lost : .json(200, Fixture.after)
    }
    let done = try await fixture.run(try Fixture.changing())
    #expect(fixture.transport.bodies(.patch).count == 1)
    #expect(done.result.progress == .complete)
    #expect(done.findings.items.isEmpty)
  }

  @Test("a lost answer whose write did not arrive is repeated once")
  func lostAndMissing() async throws {
    let fixture = Fixture { request, number in
      switch (request.method, number) {
      case (.patch, 1): .lost
      case (.get, 1): .json(200, Fixture.before)
      default: .json(200, Fixture.after)
      }
    }
    let done = try await fixture.run(try Fixture.changing())
    #expect(fixture.transport.bodies(.patch).count == 2)
    #expect(done.result.progress == .complete)
  }

  @Test("a first PUT that another one outran is repeated once", arguments: [409, 500])
  func firstPutRace(_ status: Int) async throws {
    let fixture = Fixture { request, number in
      switch (request.method, number) {
      case (.put, 1): .json(status, Fixture.failure)
      case (.get, 1): .json(404, Fixture.failure)
      default: .json(200, Fixture.after)
      }
    }
    let done = try await fixture.run(try Fixture.creating())
    #expect(fixture.transport.bodies(.put).count == 2)
    #expect(done.result.progress == .complete)
  }

  @Test("a model that somebody else created meanwhile is planned again as a change")
  func createdByOthers() async throws {
    let fixture = Fixture { request, number in
      switch (request.method, number) {
      case (.put, _): .json(409, Fixture.failure)
      case (.get, 1): .json(200, Fixture.before)
      default: .json(200, Fixture.after)
      }
    }
    let done = try await fixture.run(try Fixture.creating(), again: try Fixture.changing())
    #expect(fixture.transport.asked.contains("PATCH mlmodels/m1"))
    #expect(done.result.progress == .complete)
  }

  @Test("nothing listens any more: the model failed, and nothing was written")
  func serverGone() async throws {
    let fixture = Fixture { _, _ in .refused }
    let done = try await fixture.run(try Fixture.creating())
    #expect(done.outcome.troubles == [.unavailable])
    #expect(done.result.action == .failed)
    #expect(!done.hasWritten)
  }

  @Test("after a signal nothing is written")
  func stopped() async throws {
    let fixture = Fixture { _, _ in .json(200, Fixture.after) }
    fixture.interruption.request(.interrupted)
    let done = try await fixture.run(try Fixture.changing())
    #expect(fixture.transport.asked.isEmpty)
    #expect(done.findings.items.map(\.code) == [.stoppedEarly])
    #expect(done.result.progress == .notStarted)
    #expect(done.result.action == .update)
  }
}
