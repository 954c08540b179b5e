import Diagnostics
import JSONDocuments
import ModelManifests
import OpenMetadataEntities

@testable import Reconciler

/// Plays a course of events on a catalog without a server, and notes each broken promise.
///
/// It keeps books of its own about who wrote what, and knows nothing of versions and blame: what it
/// calls lost is lost.
struct CourseRun {
  private(set) var catalog = SmallCatalog()
  /// What was broken, in words.
  private(set) var violations: [String] = []
  /// What happened, line by line.
  private(set) var story: [String] = []
  /// What each user last made of each field.
  private var own: [String: [FieldPath: JSON?]] = [:]
  /// The columns that each user's publications drew.
  private var drawn: [String: Set<String>] = [:]
  /// Who drew the edge from each table.
  private var drawers: [String: String] = [:]
  private let shared: Set<String>

  /// - Parameters:
  ///   - foldsPatches: Whether the server makes one version of patches in a row.
  ///   - shared: The publishers whose token others use too.
  init(foldsPatches: Bool, shared: Set<String> = []) {
    catalog.version = "1.9.3"
    catalog.foldsPatches = foldsPatches
    catalog.hasBareReferences = true
    self.shared = shared
  }

  /// The violations of a course and what led to them.
  static func violations(
    of course: [CourseStep], foldsPatches: Bool, shared: Set<String> = []
  ) throws -> CourseRun {
    var run = CourseRun(foldsPatches: foldsPatches, shared: shared)
    for step in course {
      try run.take(step)
      if !run.violations.isEmpty { break }
    }
    return run
  }

  private mutating func take(_ step: CourseStep) throws {
    story.append(step.description)
    switch step {
    case .wait: catalog.wait(minutes: 15)
    case .draw(let user, let edit):
      guard catalog.document != nil else { return }
      own[user, default: [:]] = own[user] ?? [:]
      let before = Set(catalog.edges.map(\.fromEntity.id))
      catalog.draw(edit)
      for edge in catalog.edges where !before.contains(edge.fromEntity.id) || edit == .rewrite {
        if edit == .rewrite, edge.fromEntity.id != "id-of-orders" { continue }
        drawers[edge.fromEntity.id] = user
      }
      if edit == .remove { drawers["id-of-orders"] = nil }
    case .edit(let user, let field, let value, let isPut):
      guard let document = catalog.document else { return }
      let before = leaves
      let after = field.edited(value, in: document)
      guard after != document else { return }
      catalog.edit(by: user, isPatch: !isPut) { $0 = after.object ?? $0 }
      note(user, before)
    case .publish(let user, let manifest, let force):
      try publish(by: user, manifest, force: force)
    }
  }

  // MARK: Books

  private var leaves: [FieldPath: JSON] {
    guard let model = catalog.model else { return [:] }
    let values = FieldValues(of: model)
    return values.leaves.merging(values.listElements.map { ($0, true) }) { leaf, _ in leaf }
  }

  private mutating func note(_ user: String, _ before: [FieldPath: JSON]) {
    let after = leaves
    for path in Set(before.keys).union(after.keys) where before[path] != after[path] {
      own[user, default: [:]][path] = .some(after[path])
    }
  }

  private func isOwn(_ path: FieldPath, _ value: JSON?, of user: String) -> Bool {
    guard let last = own[user]?[path] else { return false }
    return path.kind.areSame(last, value)
  }

  // MARK: Publishing

  private mutating func publish(by user: String, _ manifest: JSON, force: [String]) throws {
    catalog.principal = Principal(name: user, isBot: !shared.contains(user))
    var options = PlanOptions()
    options.force = try force.map { try FieldPathPattern(parsing: $0) }
    let (before, edgesBefore) = (leaves, catalog.edges)
    let isAlone = Set(own.keys).isSubset(of: [user]) && !shared.contains(user)
    let plan = try catalog.publish(manifest.text(), options)
    let said = catalog.findings.items
    for line in plan.lines { story.append("    \(line)") }
    for finding in said { story.append("    \(finding.code.rawValue) \(finding.message)") }
    for edge in plan.edges where edge.action != .none {
      story.append("    edge \(edge.from.id): \(edge.action) \(edge.details?.text() ?? "")")
    }
    let after = leaves
    checkPromise(plan, before, after)
    let desired = try desiredFields(manifest)
    let changed = Set(before.keys).union(after.keys).filter { before[$0] != after[$0] }
    for path in changed.sorted() {
      checkChange(path, before[path], user, desired, said)
    }
    for (path, leaf) in desired.leaves where !path.kind.areSame(after[path], leaf.value) {
      if !isNamed(path, said) { violate("\(path) is not what the file says, and nobody says so") }
    }
    if isAlone, said.contains(where: { Self.decisions.contains($0.code) }) {
      violate("nobody else was here, and yet: \(said.map(\.message))")
    }
    checkEdges(edgesBefore, plan, user, said)
    note(user, before)
    noteEdges(edgesBefore, plan, user)
    try checkAgain(manifest, options)
  }

  /// What the plan says is what the catalog then holds, and it says each change.
  private mutating func checkPromise(
    _ plan: ModelPlan, _ before: [FieldPath: JSON], _ after: [FieldPath: JSON]
  ) {
    guard let model = catalog.model else { return violate("there is no model") }
    for difference in Verification.differences(plan, model: model) {
      violate("the plan promises otherwise: \(difference)")
    }
    func isLeaf(_ path: FieldPath) -> Bool { path.listElements.last != path }
    let changed = Set(before.keys).union(after.keys)
      .filter { isLeaf($0) && before[$0] != after[$0] }
    let told = Set(plan.changes.map(\.path))
    for path in changed.symmetricDifference(told).sorted() {
      violate("\(path) \(told.contains(path) ? "is said to change" : "changes unsaid")")
    }
    for difference in Verification.differences(plan, edges: catalog.edges) {
      violate("the plan promises otherwise: \(difference)")
    }
  }

  private mutating func checkChange(
    _ path: FieldPath, _ before: JSON?, _ user: String, _ desired: DesiredFields,
    _ said: [Diagnostic]
  ) {
    guard before != nil, !isOwn(path, before, of: user) else { return }
    if !isNamed(path, said) {
      violate("\(path) loses \(before?.text() ?? ""), which \(user) did not write, unsaid")
    }
    let isGiven =
      desired.leaves[path] != nil || desired.emptiness(of: path) != nil
      || desired.lists.keys.contains { $0.covers(path) }
    let isWithinOwn = path.listElements.contains { element in
      element != path && isOwn(element, true, of: user)
    }
    if !isGiven, !isWithinOwn { violate("\(path) is touched, which the file does not give") }
  }

  private mutating func checkAgain(_ manifest: JSON, _ options: PlanOptions) throws {
    let plan = try catalog.plan(manifest.text(), options)
    if plan.write != .none { violate("publishing again writes \(plan.lines)") }
    for edge in plan.edges where edge.action != .none {
      violate("publishing again writes the edge \(edge)")
    }
  }

  private static let decisions: Set<DiagnosticCode> = [
    .conflict, .keptEdit, .keptUnpublished, .keptByOwnership, .overwrittenEdit,
    .overwrittenUnpublished, .removedWithEdits, .columnOverwritten,
  ]

  private func isNamed(_ path: FieldPath, _ said: [Diagnostic]) -> Bool {
    said.contains { finding in
      Self.decisions.contains(finding.code)
        && finding.fieldPath.flatMap { try? FieldPath(parsing: $0) }?.covers(path) == true
    }
  }

  private func desiredFields(_ manifest: JSON) throws -> DesiredFields {
    let desired = try SmallCatalog.desired(manifest.text())
    let snapshot = try catalog.snapshot(for: desired)
    return Resolution(desired[0], in: snapshot, current: catalog.model).fields
  }

  private mutating func violate(_ text: String) { violations.append(text) }

  // MARK: Edges

  private static func columns(_ edge: LineageEdge) -> Set<String> {
    Set(edge.columnsLineage.flatMap { pair in pair.fromColumns.map { "\($0) → \(pair.toColumn)" } })
  }

  /// Everything on an edge that no publication put there.
  private func foreign(_ edge: LineageEdge) -> [String] {
    let lines = (edge.description ?? "").split(separator: "\n").map(String.init)
      .filter { !$0.contains("ublished by mlcatalog for ") }
    let functions = (edge.details?["columnsLineage"]?.array ?? []).compactMap { entry in
      entry["function"]?.string.map { "\($0) of \(entry["toColumn"]?.text() ?? "")" }
    }
    return lines + functions
      + [edge.details?["sqlQuery"]?.string, edge.details?["pipeline"]?.text()].compactMap { $0 }
  }

  private mutating func checkEdges(
    _ before: [LineageEdge], _ plan: ModelPlan, _ user: String, _ said: [Diagnostic]
  ) {
    let features = Set(
      leaves.keys.filter { $0.parent == .mlFeatures }.compactMap(\.elementKey))
    for edge in before {
      let after = catalog.edges.first { $0.fromEntity == edge.fromEntity }
      let drawer = drawers[edge.fromEntity.id]
      if after == nil, drawer == "steward" { violate("the edge from \(edge.fromEntity.id) goes") }
      let lost = Self.columns(edge).subtracting(after.map(Self.columns) ?? [])
      for column in lost where drawn[user]?.contains(column) != true {
        let feature = column.split(separator: ".").last.map(String.init) ?? ""
        let isSaid = said.contains { $0.message.contains(column.split(separator: " ")[0]) }
        if features.contains(feature), !isSaid { violate("\(column) goes unsaid") }
      }
      let kept = after.map { foreign($0) } ?? []
      for thing in foreign(edge) where !kept.contains(thing) {
        let isOfColumn = thing.hasPrefix("hash of ")
        if !isOfColumn || lost.isEmpty { violate("\(thing) of an edge goes") }
      }
    }
  }

  private mutating func noteEdges(
    _ before: [LineageEdge], _ plan: ModelPlan, _ user: String
  ) {
    let known = Set(before.map(\.fromEntity.id))
    for edge in catalog.edges where !known.contains(edge.fromEntity.id) {
      drawers[edge.fromEntity.id] = user
    }
    for edge in plan.edges {
      for pair in edge.columns {
        for from in pair.fromColumns {
          drawn[user, default: []].insert("\(from) → \(pair.toColumn)")
        }
      }
    }
  }
}
