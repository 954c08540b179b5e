import HTTPClient
import JSONDocuments
import OpenMetadataAPI

/// Tries each rule on a scratch model; what was seen is noted, and a step that fails ends none but
/// those that need it.
struct ServerProbe {
  private var model: ScratchModel
  private(set) var observations = ProbeObservations()
  private let isStopped: @Sendable () -> Bool

  init(client: OpenMetadataClient, isStopped: @escaping @Sendable () -> Bool) {
    model = ScratchModel(client: client)
    self.isStopped = isStopped
  }

  /// Tries everything, until it is told to stop.
  mutating func run() async {
    guard await model.makeTables(), await tryCreation() else { return }
    if isStopped() { return }
    await tryReading()
    if isStopped() { return }
    await tryPut()
    if isStopped() { return }
    await tryPatch()
    if isStopped() { return }
    await tryEntityTags()
    if isStopped() { return }
    await tryEdges()
    if isStopped() { return }
    await tryLife()
  }

  // MARK: Models

  private mutating func tryCreation() async -> Bool {
    let created = await model.put()
    note("create-status", "\(created.status)")
    guard let id = created.document["id"]?.string else { return false }
    model.id = id
    note("first-version", version(created) ?? "none")
    let feature = created.document["mlFeatures"]?.array?.first
    let name = feature?["fullyQualifiedName"]?.string
    note(
      "feature-name", name == ScratchModel.featureName ? "quoted" : name == nil ? "none" : "other")
    let value = created.document["mlHyperParameters"]?.array?.first?["value"]
    note("parameter-text", value?.string ?? value?.text() ?? "none")
    let edge = await model.edge(from: "t")
    note(
      "derived-edge",
      edge == nil ? "no edge" : edge == .null ? "an edge without details" : "an edge with details")
    let again = await model.put()
    note("put-unchanged", "\(again.status), version \(version(again) ?? "none")")
    return true
  }

  private mutating func tryReading() async {
    note("unknown-field", "\(await model.get("nosuchfield").status)")
    let statuses = (await model.get("domain").status, await model.get("domains").status)
    note("domain-field", "\(statuses.0) and \(statuses.1)")
    let other = await model.client.exchange(
      .get, ["mlmodels", "name", ScratchModel.fullName.uppercased()])
    note("letter-case", "\(other.status)")
    let list = await model.client.exchange(
      .get, ["mlmodels"], query: [("service", ScratchModel.service), ("limit", "0")])
    let count = list.document["data"]?.array?.count
    let total = list.document["paging"]?["total"]?.number?.lexeme ?? "none"
    note("empty-list", "\(count == 0 ? "no data" : "data"), total \(total)")
    let quoted = await model.put(tagged: false, named: #"q"r"#)
    let name = quoted.document["fullyQualifiedName"]?.string
    let isDoubled = name == "\(ScratchModel.service).\"q\"\"r\""
    note("quote-in-name", "\(quoted.status)" + (isDoubled ? ", doubled" : ""))
  }

  // MARK: Changes

  private mutating func tryPut() async {
    _ = await model.put(tagged: false, described: false)
    let now = await model.get()
    note("put-keeps-tags", now.document["tags"]?.array?.isEmpty == false ? "kept" : "removed")
    let description = now.document["description"]?.string
    note("put-description", description == "D" ? "kept" : description == nil ? "removed" : "other")
  }

  private mutating func tryPatch() async {
    let before = await model.get()
    guard let number = before.document["version"]?.number else { return }
    let patched = await model.patch("description", "E", testing: number)
    note("patch-version", step(from: before, to: patched))
    let read = await model.get()
    note("read-back", read.document["description"] == "E" ? "what was written" : "something else")
    let refused = await model.patch(
      "description", "F", testing: JSONNumber(lexeme: "99.9"))
    let after = await model.get()
    let isKept = after.document["description"] == "E"
    note(
      "patch-test",
      (refused.status >= 400 ? "refused" : "\(refused.status)")
        + (isKept ? ", nothing changed" : ", changed"))
    note("patch-major", step(from: after, to: await model.patch("algorithm", "B")))
    let list = await model.client.exchange(.get, ["mlmodels", model.id, "versions"])
    let numbers = (list.document["versions"]?.array ?? []).compactMap { entry -> Double? in
      entry.string.flatMap { try? JSON(parsing: $0) }?["version"]?.number?.double
    }
    let isInOrder = numbers.count > 1 && zip(numbers, numbers.dropFirst()).allSatisfy { $0 > $1 }
    note("versions", isInOrder ? "texts, newest first" : "otherwise")
  }

  private mutating func tryEntityTags() async {
    let before = await model.get()
    let feature = model.feature(from: ["t"], description: "G")
    let weak = await model.patch(
      "mlFeatures", [feature], headers: ["If-Match": "W/\"\(version(before) ?? "")\""])
    note("weak-tag", "\(weak.status)")
    let now = await model.get()
    let isWritten = now.document["mlFeatures"]?.array?.first?["description"] == "G"
    note("nested-under-if-match", isWritten ? "written" : "left out")
    guard let tag = now.headers["ETag"], !tag.hasPrefix("W/") else {
      return note("strong-tag", "no entity tag")
    }
    let strong = await model.patch("description", "H", headers: ["If-Match": tag])
    note("strong-tag", "\(strong.status)")
  }

  // MARK: Lineage

  private mutating func tryEdges() async {
    func details(to feature: String) -> JSON {
      [
        "source": "Manual", "description": "X",
        "columnsLineage": [
          ["fromColumns": [.string("\(ScratchModel.schema).t.c")], "toColumn": .string(feature)]
        ],
      ]
    }
    _ = await model.putEdge(from: "t", details(to: ScratchModel.featureName))
    let columns = await model.edge(from: "t")?["columnsLineage"]?.array ?? []
    note("edge-columns", columns.isEmpty ? "the column is not there" : "the column is there")
    let invalid = await model.putEdge(
      from: "t", details(to: "\(ScratchModel.fullName).nosuchfeature"))
    let left = await model.edge(from: "t")?["columnsLineage"]?.array ?? []
    note(
      "edge-invalid-column",
      invalid.status == 200 ? "200, \(left.isEmpty ? "left out" : "stored")" : "\(invalid.status)")
    _ = await model.putEdge(from: "t", ["source": "Manual"])
    let bare = await model.edge(from: "t")
    note(
      "edge-replaced",
      bare?["description"]?.string == nil && bare?["columnsLineage"]?.array?.isEmpty != false
        ? "replaced as a whole" : "merged")
    _ = await model.patch("mlFeatures", [model.feature(from: ["t", "u"])])
    note("edge-on-update", await model.edge(from: "u") == nil ? "no edge" : "an edge")
    let statuses = (
      await model.deleteEdge(from: "t").status, await model.deleteEdge(from: "t").status
    )
    note("edge-deleted", "\(statuses.0), then \(statuses.1)")
  }

  // MARK: Life

  private mutating func tryLife() async {
    let service = ["services", "mlmodelServices", "name", ScratchModel.service]
    let id = await model.client.exchange(.get, service).document["id"]?.string ?? ""
    _ = await model.client.exchange(.delete, ["mlmodels", model.id])
    let (hidden, shown) = (await model.get().status, await model.get(all: true))
    let isShown = shown.document["deleted"] == true
    note("soft-delete", "\(hidden)" + (isShown ? ", shown with include=all" : ", gone"))
    let restored = await model.client.exchange(
      .put, ["mlmodels", "restore"], body: ["id": .string(model.id)])
    let isBack = await model.get().status == 200
    note("restore", "\(restored.status)" + (isBack ? ", shown again" : ", not shown"))
    let refused = await model.client.exchange(.delete, ["services", "mlmodelServices", id])
    note("service-not-empty", "\(refused.status)")
  }

  // MARK: Words

  private mutating func note(_ rule: String, _ what: String) { observations.note(rule, what) }

  private func version(_ answer: ScratchModel.Exchange) -> String? {
    answer.document["version"]?.number?.lexeme
  }

  /// By how much a version moved.
  private func step(from before: ScratchModel.Exchange, to after: ScratchModel.Exchange) -> String {
    guard after.status == 200, let from = before.document["version"]?.number?.double,
      let to = after.document["version"]?.number?.double
    else { return "\(after.status)" }
    let size = to - from > 0.5 ? "major version" : to > from ? "minor version" : "same version"
    return "\(after.status), \(size)"
  }
}
