public import Diagnostics
import JSONDocuments
import ModelManifests
public import OpenMetadataEntities

/// Whether the catalog is still as it was when a plan for a model was made, and what moved when it
/// is not.
public struct PlanStaleness: Sendable {
  private let plan: ModelPlan
  private let model: Lookup<MlModel>
  private let edges: [LineageEdge]

  /// Takes a plan, and the model and the edges into it as they are now.
  public init(_ plan: ModelPlan, model: Lookup<MlModel>, edges: [LineageEdge]) {
    self.plan = plan
    self.model = model
    self.edges = edges
  }

  /// Whether anything that the plan was made on is not as it was.
  public var isStale: Bool {
    switch (model, plan.basis) {
    case (.notFound, nil): false
    case (.found(let now), let basis?): !basis.isHeld(by: now) || !movedEdges.isEmpty
    case (.deleted(let now), let basis?): !basis.isHeld(by: now)
    case (.found, nil), (.deleted, nil), (.notFound, _?), (.forbidden, _): true
    }
  }

  /// The finding that says what moved, by whom and when.
  ///
  /// - Parameters:
  ///   - history: The versions of the model, newest first; empty when they cannot be read.
  ///   - isHarmless: Whether the plan writes nothing to the model, so that it can be carried out
  ///     all the same.
  public func finding(history: [MlModel], isHarmless: Bool = false) -> Diagnostic {
    let name = "`\(plan.fullyQualifiedName)`"
    return Diagnostic(
      isHarmless ? .movedSincePlan : .stalePlan,
      isHarmless
        ? "\(name) has moved since the plan was made, which has nothing to write to it: \(cause)"
        : "the plan for \(name) does not hold any more: \(cause)",
      hint: isHarmless ? nil : "look at the new plan: publish --check --plan-out FILE",
      at: plan.place,
      notes: (fieldNotes(history) + movedEdges).map { Diagnostic.Note($0) }, model: plan.key)
  }

  private var cause: String {
    switch (model, plan.basis) {
    case (.forbidden(let reason), _): "the token may not see it: \(reason)"
    case (.notFound, _): "it is not there any more"
    case (.found(let now), nil): "it was made meanwhile, last changed by \(edit(now))"
    case (.deleted(let now), nil): "one of its name was deleted by \(edit(now))"
    case (.found(let now), let basis?), (.deleted(let now), let basis?): cause(basis, now)
    }
  }

  private func cause(_ basis: ModelBasis, _ now: MlModel) -> String {
    if basis.id != now.id { return "it was deleted for good and made anew by \(edit(now))" }
    if basis.isDeleted != now.isDeleted {
      return "it was \(now.isDeleted ? "deleted" : "restored") by \(edit(now))"
    }
    if basis.isHeld(by: now) { return "its lineage changed" }
    return basis.version == now.version
      ? "it was changed within version \(now.version.lexeme) by \(edit(now))"
      : "it was planned on version \(basis.version.lexeme) and is at version "
        + "\(now.version.lexeme), by \(edit(now))"
  }

  private func edit(_ model: MlModel) -> Edit {
    Edit(updatedBy: model.updatedBy, updatedAt: model.updatedAt.integer ?? 0)
  }

  /// What differs in the edges of a model that a plan brought back; nil when nothing does.
  public static func restoredLineage(_ plan: ModelPlan, edges: [LineageEdge]) -> Diagnostic? {
    var standing = plan
    standing.edges.removeAll { $0.action != .none }
    let unknown = edges.filter { edge in
      EdgeDetails(edge.details, model: plan.fullyQualifiedName).isMarked
        && !plan.edges.contains { $0.from == edge.fromEntity }
    }
    let notes =
      Verification.differences(standing, edges: edges).map { difference -> String in
        switch difference.subject {
        case .edge(let table), .columns(let table): "the edge from \(table) is not as planned"
        case .field(let path): "`\(path)` is not as planned"
        }
      }
      + unknown.map { edge in
        "the edge from \(edge.fromEntity.fullyQualifiedName ?? edge.fromEntity.id) is in no plan"
      }
    if notes.isEmpty { return nil }
    return Diagnostic(
      .restoredLineageDiffers,
      "`\(plan.fullyQualifiedName)` came back with other edges than the plan foresaw",
      hint: "publish again", at: plan.place, notes: notes.map { Diagnostic.Note($0) },
      model: plan.key)
  }

  // MARK: Fields

  /// The model's fields when the plan was made: what it promises without what it changes.
  private var former: FieldValues {
    var values = plan.expected
    for change in plan.changes { values[change.path] = change.before.map { Self.bare($0) } }
    return values
  }

  /// A value without the names of what it refers to, which are shown and not compared.
  private static func bare(_ value: JSON) -> JSON {
    if let items = value.array { return .array(items.map { bare($0) }) }
    return EntityReference(value)?.normalForm ?? value
  }

  private func fieldNotes(_ history: [MlModel]) -> [String] {
    guard case .found(let now) = model, let basis = plan.basis, basis.id == now.id,
      !basis.isDeleted
    else { return [] }
    let (before, after) = (former, FieldValues(of: now))
    let blame = Blame(current: now, history: history, principal: nil)
    let paths = Set(before.leaves.keys).union(after.leaves.keys)
      .filter { !$0.kind.areSame(before[$0], after[$0]) }
    return paths.sorted().map { path in
      let who = history.isEmpty ? nil : blame.lastEdit(of: path)
      return "`\(path)`: \(text(before[path])) → \(text(after[path])), "
        + "by \(who ?? edit(now))"
    }
  }

  private func text(_ value: JSON?) -> String {
    guard let value else { return "nothing" }
    let words = (value.string ?? value["fullyQualifiedName"]?.string ?? value.text())
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return "\"\(words.count > 60 ? "\(words.prefix(60))…" : words)\""
  }

  // MARK: Edges

  /// What became of the edges into a model that is there, in words.
  private var movedEdges: [String] {
    guard let basis = plan.basis, !basis.isDeleted, case .found(let model) = model else {
      return []
    }
    let now = ModelBasis(model, edges: edges).edges
    let gone = basis.edges.filter { edge in !now.contains { $0.from == edge.from } }
    return gone.map { "the edge from \(name(of: $0)) was removed" }
      + now.compactMap { edge in
        let former = basis.edges.first { $0.from == edge.from }
        if former?.digest == edge.digest { return nil }
        return "the edge from \(name(of: edge)) was \(former == nil ? "added" : "changed")"
          + (lastEdit(of: edge).map { " by \($0)" } ?? "")
      }
  }

  private func name(of edge: ModelBasis.Edge) -> String {
    edge.from.fullyQualifiedName ?? edge.from.id
  }

  /// Who drew an edge last, where the server keeps that.
  private func lastEdit(of edge: ModelBasis.Edge) -> Edit? {
    guard let details = edges.first(where: { $0.fromEntity == edge.from })?.details,
      let user = details["updatedBy"]?.string, let time = details["updatedAt"]?.integer
    else { return nil }
    return Edit(updatedBy: user, updatedAt: time)
  }
}
