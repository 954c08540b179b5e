import Diagnostics
import HTTPClient
import ModelManifests
import Publishing
import Reconciler

/// What a pull request changes, as a text report shows it.
struct ComparisonText {
  let style: TextStyle
  var redactor = Redactor([])
  private var leaves: ChangeText { ChangeText(style: style, redactor: redactor) }

  /// The block of lines: a heading, then model by model.
  func lines(_ comparison: ReferenceComparison) -> [String] {
    let manifests = comparison.manifests
    let heading =
      "Changes against \(VisibleText.escaping(comparison.reference)) "
      + "(since \(comparison.mergeBase.prefix(10))):"
    var lines = [style.paint(heading, .bold)]
    for model in manifests.models { lines += self.lines(model, comparison) }
    if manifests.models.isEmpty { lines.append("  no model changed") }
    if manifests.hasTooManyForRenames {
      lines.append("  too many were added and removed to look for renames")
    }
    return lines
  }

  /// One line for the end of a report.
  func summary(_ comparison: ReferenceComparison) -> String {
    let manifests = comparison.manifests
    var parts = ModelComparison.Change.allCases.compactMap { change -> String? in
      let number = manifests.count(change)
      return number == 0 ? nil : "\(number) \(Self.word(change))"
    }
    if manifests.unchanged > 0 { parts.append("\(manifests.unchanged) unchanged") }
    if comparison.notCompared > 0 {
      let number = comparison.notCompared
      parts.append("\(number) \(number == 1 ? "file" : "files") not compared")
    }
    let breaking = manifests.models.count(where: \.isBreaking)
    let verdict = breaking == 0 ? "" : "; \(breaking) breaking"
    let name = VisibleText.escaping(comparison.reference)
    return
      "Against \(name): \(parts.isEmpty ? "no models" : parts.joined(separator: ", "))\(verdict)."
  }

  private static func word(_ change: ModelComparison.Change) -> String {
    change == .unknown ? "not known" : change.rawValue
  }

  private func lines(_ model: ModelComparison, _ comparison: ReferenceComparison) -> [String] {
    var lines = [heading(model)]
    lines += fieldLines(model).map { "  " + $0 }
    if let obstacle = model.obstacle, model.change != .unknown {
      lines.append("      not compared: \(VisibleText.escaping(obstacle))")
    }
    guard let impact = comparison.downstream[model.publishedName] else { return lines }
    return lines + downstream(impact, isListed: model.isBreaking || style.detail == .verbose)
  }

  private func heading(_ model: ModelComparison) -> String {
    let (symbol, color): (String, TextStyle.Color) =
      switch model.change {
      case .added: ("+", .green)
      case .removed: ("-", .red)
      case .renamed, .changed: ("~", .yellow)
      case .unknown: ("?", .red)
      }
    let name = VisibleText.escaping(model.fullyQualifiedName)
    var facts = [fact(model)]
    if model.isBreaking { facts.append("breaking") }
    return style.paint("  \(symbol) \(name)", color)
      + ": \(facts.joined(separator: ", ")) (\(VisibleText.escaping(model.manifest)))"
  }

  /// What became of a model, in words.
  func fact(_ model: ModelComparison) -> String {
    switch model.change {
    case .added, .removed, .changed: return model.change.rawValue
    case .unknown: return "not known what changed: \(VisibleText.escaping(model.obstacle ?? ""))"
    case .renamed:
      guard let former = model.former else { return "renamed" }
      let name = VisibleText.escaping(former.fullyQualifiedName)
      return "looks like a rename of \(name) (\(former.similarity) % alike)"
    }
  }

  /// The leaves; of a feature that is new or gone as a whole one line.
  private func fieldLines(_ model: ModelComparison) -> [String] {
    let whole = WholeElements(model.changes)
    var told: Set<FieldPath> = []
    return model.changes.compactMap { change in
      guard let element = whole.element(of: change) else {
        return leaves.isTelling(change) ? leaves.line(change) : nil
      }
      guard told.insert(element).inserted else { return nil }
      return line(
        element, isNew: change.before == nil, model, isBreaking: whole.isBreaking(element))
    }
  }

  private func line(
    _ element: FieldPath, isNew: Bool, _ model: ModelComparison, isBreaking: Bool
  ) -> String {
    let name = VisibleText.escaping(element.description)
    var line =
      isNew
      ? style.paint("    + \(name)", .green) : style.paint("    - \(name)", .red) + ": removed"
    if case .element(let key)? = element.segments.last, element.topLevelMember == "mlFeatures" {
      let former = model.renamedFeatures.first { $0.value.value == key }?.key
      if isNew, let former {
        line += ": looks like a rename of \(VisibleText.escaping(former))"
      }
    }
    if isBreaking { line += " (breaking)" }
    return line
  }

  private func downstream(_ impact: DownstreamImpact, isListed: Bool) -> [String] {
    switch impact {
    case .known(let assets) where assets.total == 0:
      isListed ? ["      downstream: nothing in the catalog"] : []
    case .known(let assets):
      ["      downstream: \(counts(assets))"] + (isListed ? list(assets) : [])
    case .notPublished: isListed ? ["      downstream: nothing, it is not in the catalog"] : []
    case .notAsked: ["      downstream: not asked, too many models change"]
    case .unknown(let reason): ["      downstream: not known (\(VisibleText.escaping(reason)))"]
    }
  }

  /// How many assets there are of each type.
  func counts(_ assets: DownstreamImpact.Assets) -> String {
    let parts = assets.countsByType.sorted { $0.key < $1.key }.map { type, count in
      "\(count) \(VisibleText.escaping(type))\(count == 1 ? "" : "s")"
    }
    return parts.joined(separator: ", ")
      + (assets.mayGoOn ? "; more may follow after three steps" : "")
  }

  private func list(_ assets: DownstreamImpact.Assets) -> [String] {
    let lines = assets.nearest.map { asset in
      "        \(asset.type) \(VisibleText.escaping(asset.fullyQualifiedName)), \(owners(asset))"
    }
    let rest = assets.total - assets.nearest.count
    return lines + (rest > 0 ? ["        and \(rest) more"] : [])
  }

  private func owners(_ asset: DownstreamAsset) -> String {
    guard let owners = asset.owners else { return "owner not read" }
    if owners.isEmpty { return "no owner" }
    return "owned by \(owners.map(VisibleText.escaping).joined(separator: ", "))"
  }
}
