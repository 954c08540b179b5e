import Diagnostics
import JSONDocuments
import OpenMetadataAPI
import OpenMetadataEntities
import Reconciler

extension ModelPublication {
  /// Writes the edges of the plan one after the other and reads them back.
  mutating func publishEdges(into model: MlModel) async {
    let target = EntityReference(
      id: model.id, type: "mlmodel", name: model.name,
      fullyQualifiedName: model.fullyQualifiedName)
    var written = plan
    written.edges.removeAll { $0.action != .none }
    for (index, edge) in plan.edges.enumerated() where edge.action != .none {
      switch await publish(edge, into: target) {
      case .done:
        hasWritten = true
        written.edges.append(edge)
      case .stopped: stop(before: "the edge from \(name(of: edge))")
      case .unsettled(let error, let unread):
        leaveUnsettled("the edge from \(name(of: edge))", error, unread: unread)
      case .failed(let error):
        if let rest = await publishWithoutColumns(edge, into: target, refusedWith: error) {
          hasWritten = true
          plan.edges[index] = rest
          written.edges.append(rest)
        } else {
          fail(Failure(writing: "the edge from \(name(of: edge))", error, model: key))
        }
      }
    }
    // Writing the model alone can cost edges what they had, on servers that draw them anew.
    if isVerifying, hasWritten, !written.edges.isEmpty {
      await verifyEdges(written, into: target.id)
    }
  }

  /// What came of one edge.
  private enum EdgeStep {
    case done
    /// A signal came before it began.
    case stopped
    case failed(OpenMetadataError)
    /// The answer was lost, and so was what reading would have told.
    case unsettled(OpenMetadataError, unread: OpenMetadataError)
  }

  /// Writes or removes one edge; when the answer is lost, reading tells whether it is needed again.
  private func publish(_ edge: EdgePlan, into target: EntityReference) async -> EdgeStep {
    var single = plan
    single.edges = [edge]
    var attempt = 1
    while true {
      switch await send(edge, into: target) {
      case .done: return .done
      case .stopped: return .stopped
      case .failed(let error):
        guard error.mayHaveTakenEffect else { return .failed(error) }
        do throws(OpenMetadataError) {
          let edges = try await client.upstreamEdges(ofModel: target.id)
          if Verification.differences(single, edges: edges).isEmpty {
            control.acknowledgeLost()
            return .done
          }
        } catch let readError {
          return .unsettled(error, unread: readError)
        }
        if attempt == 2 { return .failed(error) }
        attempt += 1
      }
    }
  }

  /// Writes an edge without its columns when the server refused it with them; nil when that does
  /// not go through either.
  private mutating func publishWithoutColumns(
    _ edge: EdgePlan, into target: EntityReference, refusedWith error: OpenMetadataError
  ) async -> EdgePlan? {
    guard case .refused = error, let rest = edge.withoutColumns,
      case .done = await publish(rest, into: target)
    else { return nil }
    let columns = edge.columns.flatMap { pair in
      pair.fromColumns.map { "`\($0)` → `\(pair.toColumn)`" }
    }
    outcome.isIncomplete = true
    findings.append(
      Diagnostic(
        .columnsRefused,
        "the edge from \(name(of: edge)) was taken only without \(columns.joined(separator: ", "))",
        hint: "publish again", notes: [Diagnostic.Note("the server: \(error)")], model: key))
    return rest
  }

  private func send(
    _ edge: EdgePlan, into target: EntityReference
  ) async -> WriteControl.Outcome<Void> {
    let client = client
    return await control.write { () async throws(OpenMetadataError) in
      if edge.action == .remove {
        try await client.deleteEdge(from: edge.from, to: target)
      } else {
        try await client.putEdge(from: edge.from, to: target, details: edge.details ?? [:])
      }
    }
  }

  private func name(of edge: EdgePlan) -> String {
    edge.from.fullyQualifiedName ?? edge.from.id
  }

  private mutating func verifyEdges(_ written: ModelPlan, into id: String) async {
    do throws(OpenMetadataError) {
      let edges = try await readBack.edges(into: id) { edges in
        Verification.differences(written, edges: edges).isEmpty
      }
      report(Verification.differences(written, edges: edges), laterEdit: nil)
    } catch {
      noteUnread("the edges", error)
    }
  }
}
